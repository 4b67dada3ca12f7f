package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        java.util.List.of(
            raw(NUMBER, Map.of(), ""), raw("key", Map.of("ce_subject", bytes(NUMBER)), ""))) {
      assertThatExceptionOfType(CardNumberFound.class)
          .isThrownBy(() -> CardNumberFound.none(raw, (IndexedRecord) empty));
      var masked = raw.masked();
      assertThat(masked.key() + masked.headerTexts()).doesNotContain(NUMBER);
    }
  }

  @Test
  void isMaskedWhereItStandsAndNothingElseIsMoved() {
    var avro = "H" + LONG_TEXT + "\u0002x\u00ff";
    var masked = raw("key", Map.of(), avro).without(LONG_TEXT);

    assertThat(new String(masked.value(), StandardCharsets.ISO_8859_1))
        .isEqualTo(avro.replace(NUMBER, "************4444"));
  }

  @Test
  void whatCannotBeReadIsMaskedAsFarAsItReadsAsANumber() {
    var masked = Parked.of(raw("key", Map.of(), "{" + NUMBER + "}"), new Unacceptable(NUMBER));

    assertThat(new String(masked.record().value(), StandardCharsets.ISO_8859_1))
        .isEqualTo("{************4444}");
    assertThat(masked.error()).isEqualTo("************4444");
  }

  private static RawRecord raw(String key, Map<String, byte[]> headers, String value) {
    return new RawRecord(
        "topic", 0, 1, headers, bytes(key), value.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
