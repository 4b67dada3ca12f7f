package dev.holdfast.text.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;

/** The text of a file that somebody sent. */
public final class CsvText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvText() {}

  /** A file in another encoding. */
  public static final class NotUtf8 extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotUtf8(int line) {
      super("is not UTF-8 in line %d: save the file as CSV UTF-8".formatted(line));
    }
  }

  /**
   * Decodes UTF-8, without its byte order mark. A letter in another encoding would be kept as
   * another letter: nothing is guessed.
   *
   * @throws NotUtf8 with the line, and how to mend it
   */
  public static String of(byte[] file) {
    var bytes = ByteBuffer.wrap(file);
    var text = CharBuffer.allocate(file.length);
    if (UTF_8.newDecoder().decode(bytes, text, true).isError()) {
      throw new NotUtf8(lineAt(file, bytes.position()));
    }
    var read = text.flip().toString();
    return read.startsWith(BYTE_ORDER_MARK) ? read.substring(1) : read;
  }

  private static int lineAt(byte[] file, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += file[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
