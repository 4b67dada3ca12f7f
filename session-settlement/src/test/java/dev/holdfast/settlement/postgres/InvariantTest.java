package dev.holdfast.settlement.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InvariantTest {
  @Test
  void isInTheTableOfTheJournal() throws IOException {
    String section = Files.readString(Path.of("docs/journal.md")).split("## Invariants", 2)[1];
    List<String> told =
        section
            .lines()
            .filter(line -> line.matches("[|] [a-z-]+ [|] .+ [|]"))
            .map(line -> line.substring(2, line.indexOf(' ', 2)))
            .toList();
    assertThat(told)
        .containsExactlyElementsOf(Stream.of(Invariant.values()).map(Invariant::title).toList());
  }
}
