package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.contracts.Topic;
import dev.holdfast.doors.Traceparent;
import dev.holdfast.testkit.TestCards;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardNumberFoundTest {
  private static final String NUMBER = "5555555555554444";
  private static final IndexedRecord EMPTY = new GenericData.Record(Topic.VENDORS.schema());

  /** What holds the number in one of its fields, and nothing else. */
  private record Planted(String field, Object value) {}

  @ParameterizedTest
  @EnumSource(Topic.class)
  void isFoundInEveryTextOfEveryTopicThatIsNoIdentifier(Topic topic) {
    for (String number : TestCards.numbers()) {
      for (Planted text : planted("", topic.schema(), number)) {
        boolean isIdentifier = topic.identifiers().contains(text.field());
        assertThat(isRefused(topic, text)).as(text.field()).isEqualTo(!isIdentifier);
      }
    }
  }

  /** No identifier has white space in it, so what has is the writing of a person. */
  @ParameterizedTest
  @EnumSource(Topic.class)
  void isFoundInEveryTextWhereItIsWrittenInGroups(Topic topic) {
    for (Planted text : planted("", topic.schema(), "5555 5555 5555 4444")) {
      assertThat(isRefused(topic, text)).as(text.field()).isTrue();
    }
  }

  private static boolean isRefused(Topic topic, Planted text) {
    try {
      CardNumberFound.none(topic, raw("key", Map.of()), (IndexedRecord) text.value());
      return false;
    } catch (CardNumberFound found) {
      assertThat(found.getMessage()).startsWith(text.field() + " holds").doesNotContain("5555555");
      return true;
    }
  }

  /** The number in each text of a type, however deep, with nothing else in it. */
  private static List<Planted> planted(String field, Schema schema, String number) {
    return switch (schema.getType()) {
      case STRING -> List.of(new Planted(field, number));
      case MAP -> List.of(new Planted(field, Map.of(number, "a value")));
      case RECORD ->
          schema.getFields().stream().flatMap(one -> planted(field, schema, one, number)).toList();
      case UNION ->
          schema.getTypes().stream().flatMap(one -> planted(field, one, number).stream()).toList();
      case ARRAY ->
          planted(field, schema.getElementType(), number).stream()
              .map(one -> new Planted(one.field(), List.of(one.value())))
              .toList();
      case ENUM, FIXED, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> List.of();
    };
  }

  private static Stream<Planted> planted(
      String path, Schema schema, Schema.Field field, String number) {
    var name = path + (path.isEmpty() ? "" : ".") + field.name();
    return planted(name, field.schema(), number).stream()
        .map(inner -> {
          var record = new GenericData.Record(schema);
          record.put(field.pos(), inner.value());
          return new Planted(inner.field(), record);
        });
  }

  @Test
  void isFoundInTheKeyAndInHeaders() {
    for (var raw :
        List.of(
            raw(NUMBER, Map.of()),
            raw("key", Map.of(NUMBER, bytes(""))),
            raw("key", Map.of("ce_subject", bytes(NUMBER))))) {
      assertThatExceptionOfType(CardNumberFound.class)
          .isThrownBy(() -> CardNumberFound.none(Topic.VENDORS, raw, EMPTY))
          .withMessageNotContainingAny(NUMBER);
    }
  }

  /** What CloudEvents headers say of such a key is no more than the key. */
  @Test
  void aKeyThatRepeatsAnIdentifierOfTheRecordIsNone() {
    var terminal = new GenericData.Record(Topic.TERMINALS.schema());
    terminal.put("serial", NUMBER);
    var headers = Map.of("ce_subject", bytes(NUMBER), "ce_id", bytes(NUMBER + "/7"));

    assertThat(CardNumberFound.none(Topic.TERMINALS, raw(NUMBER, headers), terminal))
        .isSameAs(terminal);
    for (var other : List.of("4111111111111111", NUMBER + "/4111111111111111", NUMBER + " ")) {
      assertThatExceptionOfType(CardNumberFound.class)
          .isThrownBy(() ->
              CardNumberFound.none(
                  Topic.TERMINALS, raw(NUMBER, Map.of("ce_id", bytes(other))), terminal))
          .withMessageStartingWith("header ce_id holds");
    }
  }

  /** An id that is random may be of digits only. */
  @Test
  void aValidTraceparentIsNone() {
    var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-4111111111111111-01";
    var valid = raw("key", Map.of(Traceparent.HEADER, bytes(trace)));
    var broken = raw("key", Map.of(Traceparent.HEADER, bytes(trace + " ")));

    assertThat(CardNumberFound.none(Topic.VENDORS, valid, EMPTY)).isSameAs(EMPTY);
    assertThatExceptionOfType(CardNumberFound.class)
        .isThrownBy(() -> CardNumberFound.none(Topic.VENDORS, broken, EMPTY));
  }

  @Test
  void namesEveryFieldThatHoldsOne() {
    var record = new GenericData.Record(Topic.VENDORS.schema());
    record.put("vendor", NUMBER);
    record.put("detail", NUMBER + " and more");
    assertThatExceptionOfType(CardNumberFound.class)
        .isThrownBy(() -> CardNumberFound.none(Topic.VENDORS, raw(NUMBER, Map.of()), record))
        .withMessageStartingWith("key, vendor, detail holds");
  }

  private static RawRecord raw(String key, Map<String, byte[]> headers) {
    return new RawRecord("topic", 0, 1, headers, bytes(key), new byte[0]);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
