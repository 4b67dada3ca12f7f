package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.contracts.Topic;
import dev.holdfast.doors.Traceparent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CardNumberFoundTest {
  private static final String NUMBER = "5555555555554444";

  /** As long as a letter's code, so that the length before the text reads as a part of a word. */
  private static final String LONG_TEXT = NUMBER + " and twenty more characters of text";

  @ParameterizedTest
  @EnumSource(Topic.class)
  void isFoundInEveryTextOfEveryTopic(Topic topic) {
    var schema = topic.schema();
    for (var field : schema.getFields()) {
      if (holdsText(field.schema())) {
        var record = new GenericData.Record(schema);
        record.put(field.name(), NUMBER);
        assertThatExceptionOfType(CardNumberFound.class)
            .as(field.name())
            .isThrownBy(
                () -> CardNumberFound.none(raw("key", Map.of(), ""), (IndexedRecord) record))
            .withMessageContaining(field.name())
            .withMessageNotContainingAny(NUMBER);
      }
    }
  }

  private static boolean holdsText(Schema schema) {
    return schema.getType() == Schema.Type.STRING
        || (schema.isUnion()
            && schema.getTypes().stream().anyMatch(CardNumberFoundTest::holdsText));
  }

  @Test
  void isFoundInTheKeyAndInHeaders() {
    var empty = new GenericData.Record(Topic.VENDORS.schema());
    for (var raw :
        List.of(
            raw(NUMBER, Map.of(), ""),
            raw("key", Map.of(NUMBER, bytes("")), ""),
            raw("key", Map.of("ce_subject", bytes(NUMBER)), ""))) {
      assertThatExceptionOfType(CardNumberFound.class)
          .isThrownBy(() -> CardNumberFound.none(raw, (IndexedRecord) empty));
      var masked = raw.masked();
      assertThat(masked.key() + masked.headerTexts()).doesNotContain(NUMBER);
    }
  }

  /** An id that is random may be of digits only, and those pass the check once in ten times. */
  @Test
  void aValidTraceparentIsNone() {
    var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-4111111111111111-01";
    var empty = new GenericData.Record(Topic.VENDORS.schema());
    var raw = raw("key", Map.of(Traceparent.HEADER, bytes(trace)), "");

    assertThat(CardNumberFound.none(raw, (IndexedRecord) empty)).isSameAs(empty);
    assertThat(raw.masked().traceparent()).isEqualTo(trace);
    assertThatExceptionOfType(CardNumberFound.class)
        .isThrownBy(() ->
            CardNumberFound.none(
                raw("key", Map.of(Traceparent.HEADER, bytes(trace + " ")), ""),
                (IndexedRecord) empty));
  }

  @Test
  void namesEveryFieldAndTellsEveryTextOfTheValue() {
    var record = new GenericData.Record(Topic.SESSION_STARTED.schema());
    record.put("sessionId", NUMBER);
    record.put("evseId", LONG_TEXT);
    assertThatExceptionOfType(CardNumberFound.class)
        .isThrownBy(() -> CardNumberFound.none(raw(NUMBER, Map.of(), ""), (IndexedRecord) record))
        .withMessageStartingWith("key, sessionId, evseId holds")
        .satisfies(found -> assertThat(found.texts()).containsOnly(NUMBER, LONG_TEXT));
  }

  @Test
  void isMaskedWhereItStandsAndNothingElseIsMoved() {
    var avro = "H" + LONG_TEXT + "\u0002x\u00ff0" + NUMBER + "0";
    var masked = raw("key", Map.of(), avro).without(Set.of(LONG_TEXT, NUMBER));

    assertThat(textOf(masked)).isEqualTo(avro.replace(NUMBER, "************4444"));
  }

  /** A digit of another script has more bytes than the star that stands for it elsewhere. */
  @Test
  void isMaskedByteByByteInWhateverScriptItIs() {
    var wide = "\uff14\uff11\uff11\uff11\u00a01111\u00a01111\u00a01111";
    var avro = new String(bytes("H" + wide + "\u0002x"), StandardCharsets.ISO_8859_1);
    var raw = raw(wide, Map.of(wide, bytes(wide)), avro);
    var masked = raw.without(Set.of(wide)).masked();

    assertThat(textOf(masked)).hasSameSizeAs(avro).isEqualTo("H" + "*".repeat(26) + "1111\u0002x");
    assertThat(masked.key()).isEqualTo("*".repeat(26) + "1111");
    assertThat(masked.headerTexts())
        .containsExactly(Map.entry("*".repeat(15) + "1111", masked.key()));
    assertThat(textOf(raw.undecodable())).isEqualTo(textOf(masked));
  }

  /** The text is not UTF-8, so its bytes are not those that came. */
  @Test
  void isMaskedAlsoInATextThatIsNoneReally() {
    var masked = raw("key", Map.of(), "8" + NUMBER + "\u00ff").without(Set.of(NUMBER + "\ufffd"));

    assertThat(textOf(masked)).isEqualTo("8************4444\u00ff");
  }

  @ParameterizedTest
  @CsvSource({
    "{5555555555554444}, {************4444}",
    "H5555555555554444H, H************4444H",
    "a1B5555555555554444b2, a1B************4444b2",
    "85555555555554444, 8************4444",
    "H0199c5f0-7a51-7000-8000-411111111117, H0199c5f0-7a51-7000-8000-411111111117"
  })
  void whatCannotBeDecodedIsMaskedWhateverTouchesIt(String bytes, String masked) {
    for (var odd : List.of("", "\u00ff")) {
      var parked =
          Parked.of(raw("key", Map.of(), bytes + odd).undecodable(), new Unacceptable(NUMBER));
      assertThat(textOf(parked.record())).isEqualTo(masked + odd);
      assertThat(parked.error()).isEqualTo("************4444");
    }
  }

  private static String textOf(RawRecord raw) {
    return new String(Objects.requireNonNull(raw.value()), StandardCharsets.ISO_8859_1);
  }

  private static RawRecord raw(String key, Map<String, byte[]> headers, String value) {
    return new RawRecord(
        "topic", 0, 1, headers, bytes(key), value.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
