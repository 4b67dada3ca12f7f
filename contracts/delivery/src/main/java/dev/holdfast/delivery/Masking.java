package dev.holdfast.delivery;

import static dev.holdfast.delivery.AvroCodec.PREFIX_BYTES;

import dev.holdfast.contracts.Topic;
import dev.holdfast.text.CardNumbers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * What of a record may be put aside: all of it but card numbers. Its identifiers stay as they are,
 * so that it can be replayed.
 */
record Masking(AvroCodec codec, Topic topic) {
  /** The same record, masked, whether it can be decoded or not. */
  RawRecord of(RawRecord record) {
    byte[] value = record.value();
    if (value == null) {
      return masked(record, Set.of(), null);
    }
    try {
      IndexedRecord written = asWritten(value);
      var identifiers = Beside.identifiers(topic, written);
      new FreeTexts(topic.identifiers(), true).masked(written);
      return masked(record, identifiers, rewritten(value, written));
    } catch (IOException | RuntimeException undecodable) {
      // Whatever it is, its bytes may hold one.
      return masked(record, Set.of(), MaskedBytes.anywhere(value));
    }
  }

  /** By the schema that it was written with, whatever its topic makes of that. */
  private IndexedRecord asWritten(byte[] value) throws IOException {
    Schema writer = codec.writerOf(value);
    if (writer == null) {
      throw new IOException("no schema is known for it");
    }
    var decoder =
        DecoderFactory.get().binaryDecoder(value, PREFIX_BYTES, value.length - PREFIX_BYTES, null);
    IndexedRecord record = new GenericDatumReader<IndexedRecord>(writer).read(null, decoder);
    if (!decoder.isEnd()) {
      throw new IOException("bytes are left over after the record");
    }
    return record;
  }

  private static byte[] rewritten(byte[] value, IndexedRecord record) throws IOException {
    var bytes = new ByteArrayOutputStream(value.length);
    bytes.write(value, 0, PREFIX_BYTES);
    var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new GenericDatumWriter<>(record.getSchema()).write(record, encoder);
    return bytes.toByteArray();
  }

  private static RawRecord masked(
      RawRecord record, Set<String> identifiers, byte @Nullable [] value) {
    byte[] key = record.keyBytes();
    var beside =
        new Beside(identifiers, key == null ? "" : new String(key, StandardCharsets.UTF_8));
    Map<String, byte[]> headers = new HashMap<>();
    record
        .headers()
        .forEach((name, bytes) ->
            headers.put(
                CardNumbers.masked(name),
                RawRecord.isTrace(name, bytes) ? bytes : masked(beside, bytes)));
    return new RawRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        headers,
        key == null ? null : masked(beside, key),
        value);
  }

  private static byte[] masked(Beside beside, byte[] text) {
    return beside.isIdentifier(new String(text, StandardCharsets.UTF_8))
        ? text
        : MaskedBytes.ofText(text);
  }
}
