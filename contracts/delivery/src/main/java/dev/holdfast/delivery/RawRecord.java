package dev.holdfast.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record as it came, before anybody tried to understand it. */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
record RawRecord(
    String topic,
    int partition,
    long offset,
    Map<String, byte[]> headers,
    byte @Nullable [] keyBytes,
    byte @Nullable [] value) {

  static RawRecord of(ConsumerRecord<byte[], byte[]> kafka) {
    Map<String, byte[]> headers = new HashMap<>();
    for (Header header : kafka.headers()) {
      byte[] value = header.value();
      headers.put(header.key(), value == null ? new byte[0] : value);
    }
    return new RawRecord(
        kafka.topic(), kafka.partition(), kafka.offset(), headers, kafka.key(), kafka.value());
  }

  /**
   * The key as text.
   *
   * @throws Unacceptable if there is none, or it is not UTF-8
   */
  String key() {
    if (keyBytes == null) {
      throw new Unacceptable("The record has no key; publish it with the key of its topic");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(keyBytes)).toString();
    } catch (CharacterCodingException notText) {
      throw new Unacceptable("The record's key is not UTF-8 text", notText);
    }
  }

  /** The headers as text, as far as they are. */
  Map<String, String> headerTexts() {
    Map<String, String> texts = new HashMap<>();
    headers.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  /** The same with this text masked wherever its value holds it: as long as before, so readable. */
  RawRecord without(String text) {
    return value == null ? this : with(masked(value, bytesOf(text)));
  }

  /** The same without what reads as a card number in its key, its headers or its value. */
  RawRecord masked() {
    Map<String, byte[]> newHeaders = new HashMap<>();
    headers.forEach((name, bytes) -> newHeaders.put(name, masked(bytes)));
    return new RawRecord(
        topic,
        partition,
        offset,
        newHeaders,
        keyBytes == null ? null : masked(keyBytes),
        value == null ? null : masked(value));
  }

  private RawRecord with(byte[] newValue) {
    return new RawRecord(topic, partition, offset, headers, keyBytes, newValue);
  }

  private static String bytesOf(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** One character a byte, so that masking moves nothing. */
  private static byte[] masked(byte[] bytes) {
    return CardNumbers.masked(new String(bytes, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** In Avro a text follows its length, which may look like a letter: so it is looked for whole. */
  private static byte[] masked(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace(text, CardNumbers.masked(text))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Nullable String traceparent() {
    byte[] header = headers.get(Traceparent.HEADER);
    return header == null ? null : new String(header, StandardCharsets.US_ASCII);
  }

  /** Where it came from, as operators name it. */
  String place() {
    return topic + "/" + partition + "/" + offset;
  }
}
