package dev.holdfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document with parts that tests draw from the code, each between {@code <!-- drawn: name -->}
 * and {@code <!-- end -->}.
 */
public record DrawnPage(Path file) {
  /** Compares a part with what the code says; {@code -Dreadme=write} draws it anew instead. */
  public void shows(String name, String drawn) {
    try {
      var begin = "<!-- drawn: " + name + " -->\n";
      var text = Files.readString(file);
      assertThat(text).as("%s has a place for it", file).contains(begin);
      var from = text.indexOf(begin) + begin.length();
      var to = text.indexOf("<!-- end -->", from);
      if ("write".equals(System.getProperty("readme"))) {
        Files.writeString(file, text.substring(0, from) + drawn + "\n" + text.substring(to));
        return;
      }
      assertThat(text.substring(from, to)).as("%s in %s", name, file).isEqualTo(drawn + "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
