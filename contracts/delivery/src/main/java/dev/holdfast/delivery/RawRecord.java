package dev.holdfast.delivery;

import dev.holdfast.doors.Traceparent;
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

  /** About as many bytes as it takes on a topic. */
  int bytes() {
    int bytes = length(keyBytes) + length(value);
    for (Map.Entry<String, byte[]> header : headers.entrySet()) {
      bytes += header.getKey().length() + header.getValue().length;
    }
    return bytes;
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  /** What of the headers may hold a text, as far as it is one: a valid traceparent holds ids. */
  Map<String, String> headerTexts() {
    Map<String, String> texts = new HashMap<>();
    headers.forEach((name, bytes) -> {
      if (!isTrace(name, bytes)) {
        texts.put(name, new String(bytes, StandardCharsets.UTF_8));
      }
    });
    return texts;
  }

  /** Is it a valid traceparent? Its ids are random, and are nothing else. */
  static boolean isTrace(String name, byte[] bytes) {
    return name.equals(Traceparent.HEADER)
        && Traceparent.isValid(new String(bytes, StandardCharsets.ISO_8859_1));
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
