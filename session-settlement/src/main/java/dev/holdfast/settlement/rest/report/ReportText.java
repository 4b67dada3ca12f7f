package dev.holdfast.settlement.rest.report;

import static java.nio.charset.StandardCharsets.UTF_16;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.text.csv.CsvText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.zip.GZIPInputStream;

/** The text of a report as it was sent: whatever says by itself how it is written is read. */
final class ReportText {
  /** Bytes of a file that was packed. */
  static final int LARGEST = 100_000_000;

  private static final int GZIP = 0x1f8b;
  private static final int ZIP = 0x504b;
  private static final int BIG_ENDIAN = 0xfeff;
  private static final int LITTLE_ENDIAN = 0xfffe;
  private static final int BYTE = 0xff;
  private static final int BITS = 8;

  private ReportText() {}

  /**
   * Unpacks and decodes a file.
   *
   * @throws Unacceptable if it is packed or written in a way that it does not say
   */
  static String of(byte[] file) {
    return switch (beginning(file)) {
      case GZIP -> decoded(unpacked(file));
      case ZIP ->
          throw new Unacceptable("body: is a ZIP file; unpack it, and send each file in it");
      default -> decoded(file);
    };
  }

  private static int beginning(byte[] file) {
    return file.length < 2 ? 0 : ((file[0] & BYTE) << BITS) | (file[1] & BYTE);
  }

  private static byte[] unpacked(byte[] file) {
    try (var packed = new GZIPInputStream(new ByteArrayInputStream(file))) {
      byte[] unpacked = packed.readNBytes(LARGEST + 1);
      if (unpacked.length > LARGEST) {
        throw new Unacceptable(
            "body: is more than %d bytes when it is unpacked; send it in parts".formatted(LARGEST));
      }
      return unpacked;
    } catch (IOException damaged) {
      throw new Unacceptable("body: cannot be unpacked; download it again", damaged);
    }
  }

  private static String decoded(byte[] file) {
    int beginning = beginning(file);
    return beginning == BIG_ENDIAN || beginning == LITTLE_ENDIAN ? utf16(file) : utf8(file);
  }

  private static String utf16(byte[] file) {
    try {
      return UTF_16.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException damaged) {
      throw new Unacceptable("body: is damaged UTF-16; save the file as CSV UTF-8", damaged);
    }
  }

  private static String utf8(byte[] file) {
    try {
      return CsvText.of(file);
    } catch (CsvText.NotUtf8 other) {
      throw new Unacceptable("body: " + other.getMessage(), other);
    }
  }
}
