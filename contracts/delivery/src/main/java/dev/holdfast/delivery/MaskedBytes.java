package dev.holdfast.delivery;

import dev.holdfast.text.CardNumbers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Bytes with card numbers masked in them: as many as before, so that nothing else is moved. */
final class MaskedBytes {
  /** One character a byte. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private MaskedBytes() {}

  /** Of what is a text: a key, a header, a field of bytes. */
  static byte[] ofText(byte[] bytes) {
    return masked(bytes, CardNumbers::masked);
  }

  /**
   * Of a value that nobody can decode. In Avro a text follows its length, and the next one follows
   * the text: both may read as a letter or a digit. So more may be masked than is a number.
   */
  static byte[] anywhere(byte[] value) {
    return masked(value, CardNumbers::maskedAnywhere);
  }

  private static byte[] masked(byte[] bytes, UnaryOperator<String> mask) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return masked(text, mask).getBytes(BYTES);
    } catch (CharacterCodingException notText) {
      return CardNumbers.maskedAnywhere(new String(bytes, BYTES)).getBytes(BYTES);
    }
  }

  /** The bytes of a text: as many stars as a masked character had. */
  private static String masked(String text, UnaryOperator<String> mask) {
    var masked = mask.apply(text);
    var bytes = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      var sign = Character.toString(text.codePointAt(at));
      var its = bytesOf(sign);
      bytes.append(masked.startsWith(sign, at) ? its : "*".repeat(its.length()));
      at += sign.length();
    }
    return bytes.toString();
  }

  private static String bytesOf(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), BYTES);
  }
}
