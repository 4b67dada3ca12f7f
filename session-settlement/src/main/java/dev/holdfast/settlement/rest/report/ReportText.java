package dev.holdfast.settlement.rest.report;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.delivery.Unacceptable;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The text of a report as it was sent: whatever says by itself how it is written is read. */
final class ReportText {
  /** Bytes of a file that was packed. */
  private static final long LARGEST = 200_000_000;

  private static final int BLOCK = 8_192;
  private static final int GZIP = 0x1f8b;
  private static final int ZIP = 0x504b;
  private static final int BIG_ENDIAN = 0xfeff;
  private static final int LITTLE_ENDIAN = 0xfffe;
  private static final int BITS = 8;

  private final Path file;
  private int lastLine = 1;
  private boolean isAfterReturn;

  private ReportText(Path file) {
    this.file = file;
  }

  /**
   * A file that was looked through: all of it can be read.
   *
   * @throws Unacceptable if it is packed or written in a way that it does not say
   */
  static ReportText of(Path file) {
    var text = new ReportText(file);
    try (InputStream bytes = text.bytes()) {
      text.check(bytes, charset(bytes).newDecoder());
      return text;
    } catch (IOException damaged) {
      throw new Unacceptable("body: cannot be unpacked; download it again", damaged);
    }
  }

  /** The number of its last line. */
  int lastLine() {
    return lastLine;
  }

  /** From the beginning on, without a byte order mark. */
  Reader reader() {
    try {
      InputStream bytes = bytes();
      var reader = new BufferedReader(new InputStreamReader(bytes, charset(bytes)));
      reader.mark(1);
      if (reader.read() != BIG_ENDIAN) {
        reader.reset();
      }
      return reader;
    } catch (IOException checkedBefore) {
      throw new UncheckedIOException(checkedBefore);
    }
  }

  private InputStream bytes() throws IOException {
    var bytes = new BufferedInputStream(Files.newInputStream(file));
    return switch (beginning(bytes)) {
      case GZIP -> new BufferedInputStream(new GZIPInputStream(bytes));
      case ZIP ->
          throw new Unacceptable("body: is a ZIP file; unpack it, and send each file in it");
      default -> bytes;
    };
  }

  private static Charset charset(InputStream bytes) throws IOException {
    int beginning = beginning(bytes);
    return beginning == BIG_ENDIAN || beginning == LITTLE_ENDIAN ? UTF_16 : UTF_8;
  }

  private static int beginning(InputStream bytes) throws IOException {
    bytes.mark(2);
    int beginning = (bytes.read() << BITS) | bytes.read();
    bytes.reset();
    return beginning;
  }

  private void check(InputStream bytes, CharsetDecoder decoder) throws IOException {
    var in = ByteBuffer.allocate(BLOCK);
    var out = CharBuffer.allocate(BLOCK);
    long size = 0;
    for (int count = 0; count >= 0; size += count) {
      count = bytes.read(in.array(), in.position(), in.remaining());
      in.position(in.position() + Math.max(count, 0)).flip();
      CoderResult result = decoder.decode(in, out, count < 0);
      count(out.flip());
      if (result.isError()) {
        throw new Unacceptable(
            "body: is not %s in line %d: save the file as CSV UTF-8"
                .formatted(decoder.charset(), lastLine));
      }
      if (size > LARGEST) {
        throw new Unacceptable(
            "body: is more than %d bytes when it is unpacked; send it in parts".formatted(LARGEST));
      }
      in.compact();
      out.clear();
    }
  }

  /** Lines end in LF, CRLF or CR. */
  private void count(CharBuffer read) {
    while (read.hasRemaining()) {
      char one = read.get();
      lastLine += one == '\r' || (one == '\n' && !isAfterReturn) ? 1 : 0;
      isAfterReturn = one == '\r';
    }
  }
}
