package dev.holdfast.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.registry.SchemaRegistry;
import dev.holdfast.doors.Traceparent;
import dev.holdfast.events.Money;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.events.Tax;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
  private static final Topic TOPIC = Topic.SESSION_CLOSED;
  private static final String NUMBER = "5555555555554444";
  private static final int ID = 7;
  private static final int OTHER_ID = 8;

  private final AvroCodec codec = new AvroCodec(new NoRegistry());
  private final Masking masking = new Masking(codec, TOPIC);

  MaskingTest() {
    codec.write(TOPIC, ID);
    codec.know(ID, TOPIC.registered());
  }

  private record NoRegistry() implements SchemaRegistry {
    @Override
    public int register(String subject, Schema schema) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Integer> idOf(String subject, Schema schema) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Schema> schemaOf(int id) {
      throw new UnsupportedOperationException();
    }
  }

  private static SessionClosed closed(String sessionId, String tax) {
    return SessionClosed.newBuilder()
        .setReference("0199c5f0-7a51-7000-8000-000000000001")
        .setSessionId(sessionId)
        .setRevision(1)
        .setEvseId("NL*ABC*E1")
        .setStartedAt(Instant.EPOCH)
        .setStoppedAt(Instant.EPOCH)
        .setEnergyWh(1)
        .setTotal(new Money(121L, "EUR"))
        .setTaxes(List.of(new Tax(tax, "21.00", new Money(21L, "EUR"), null, null)))
        .setClosedAt(Instant.EPOCH)
        .build();
  }

  /** Bytes as somebody writes them who masks nothing. */
  private byte[] written(SessionClosed record) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(ID).array());
    var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new SpecificDatumWriter<>(SessionClosed.class).write(record, encoder);
    return bytes.toByteArray();
  }

  @Test
  void leavesAnIdentifierAsItIsThoughTheSameDigitsAreMaskedBesideIt() throws IOException {
    var masked = masking.of(raw(NUMBER, written(closed(NUMBER, "VAT " + NUMBER))));

    assertThat(codec.decode(TOPIC, masked.value()))
        .isEqualTo(closed(NUMBER, "VAT ************4444"));
    assertThat(masked.key()).isEqualTo(NUMBER);
  }

  @Test
  void masksAKeyAndHeadersThatRepeatNoIdentifier() throws IOException {
    var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-4111111111111111-01";
    var record =
        new RawRecord(
            "topic",
            0,
            1,
            Map.of("ce_id", bytes(NUMBER), NUMBER, bytes("x"), Traceparent.HEADER, bytes(trace)),
            bytes(NUMBER),
            written(closed("session-1", "VAT")));

    var masked = masking.of(record);
    assertThat(masked.key()).isEqualTo("************4444");
    assertThat(masked.traceparent()).isEqualTo(trace);
    assertThat(masked.headerTexts())
        .containsOnly(Map.entry("ce_id", "************4444"), Map.entry("************4444", "x"));
  }

  /**
   * A reader passes over what it does not know, but it would be kept all the same. In Avro the
   * lengths of the two texts, 26 and 16, read as a 4 and a space.
   */
  @Test
  void masksAlsoWhatOnlyTheWriterKnows() throws IOException {
    var schema =
        SchemaBuilder.record("SessionClosed")
            .fields()
            .requiredString("sessionId")
            .requiredString("note")
            .requiredBytes("scan")
            .endRecord();
    codec.know(OTHER_ID, schema);
    var record =
        new GenericRecordBuilder(schema)
            .set("sessionId", NUMBER)
            .set("note", "paid with " + NUMBER)
            .set("scan", ByteBuffer.wrap(bytes(NUMBER)))
            .build();
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(OTHER_ID).array());
    var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(record, encoder);

    assertThat(textOf(masking.of(raw("key", bytes.toByteArray()))))
        .contains(NUMBER + "4paid with ************4444 ************4444")
        .containsOnlyOnce(NUMBER);
  }

  /** What is quoted in a sentence of ours would be parked by every reader of it. */
  @Test
  void isDoneToFreeTextBeforeItIsSent() {
    var bytes = codec.encode(TOPIC, closed("1764484800008", "as of card " + NUMBER));

    assertThat(codec.decode(TOPIC, bytes))
        .isEqualTo(closed("1764484800008", "as of card ************4444"));
  }

  @ParameterizedTest
  @CsvSource({
    "{5555555555554444}, {************4444}",
    "H5555555555554444H, H************4444H",
    "a1B5555555555554444b2, a1B************4444b2",
    "85555555555554444, 8************4444",
    "H0199c5f0-7a51-7000-8000-630400000000, H0199c5f0-7a51-7000-8000-630400000000"
  })
  void masksWhatCannotBeDecodedWhateverTouchesIt(String bytes, String masked) {
    for (var odd : List.of("", "\u00ff")) {
      var raw = raw("key", (bytes + odd).getBytes(ISO_8859_1));
      var parked = Parked.of(masking.of(raw), new Unacceptable(NUMBER));
      assertThat(textOf(parked.record())).isEqualTo(masked + odd);
      assertThat(parked.error()).isEqualTo("************4444");
    }
  }

  /** A digit of another script has more bytes than the star that stands for it elsewhere. */
  @Test
  void masksByteByByteInWhateverScriptItIs() {
    var wide = "\uff14\uff11\uff11\uff11\u00a01111\u00a01111\u00a01111";
    var masked = masking.of(raw(wide, bytes("H" + wide + "\u0002x")));

    assertThat(textOf(masked)).isEqualTo("H" + "*".repeat(26) + "1111\u0002x");
    assertThat(masked.key()).isEqualTo("*".repeat(26) + "1111");
  }

  private static RawRecord raw(String key, byte[] value) {
    return new RawRecord("topic", 0, 1, Map.of(), bytes(key), value);
  }

  private static String textOf(RawRecord raw) {
    return new String(Objects.requireNonNull(raw.value()), ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
