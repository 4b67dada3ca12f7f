package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.contracts.Topic;
import dev.holdfast.text.CardNumbers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids as others make them, of digits alone, are taken and kept as they are. */
class IdentifiersTest {
  private static final int COUNT = 100_000;

  /** How many of so many ids read like card numbers: without any, nothing would be shown. */
  record Kind(String name, Function<Random, Long> id, boolean someReadLikeNumbers) {}

  static Stream<Arguments> ids() {
    long now = Instant.parse("2026-11-30T00:00:00Z").toEpochMilli();
    var kinds =
        List.of(
            new Kind("epoch milliseconds", random -> now + random.nextInt(86_400_000), false),
            new Kind("snowflakes", random -> snowflake(random), true),
            new Kind(
                "16 digits",
                random -> random.nextLong(1_000_000_000_000_000L, 10_000_000_000_000_000L),
                true));
    var places =
        List.<Function<String, Placed>>of(Placed::sessionId, Placed::reference, Placed::serial);
    return kinds.stream()
        .flatMap(kind -> places.stream().map(place -> Arguments.of(kind.name(), kind, place)));
  }

  /** Of 2015 to 2045, in milliseconds since 2010 and 22 bits of a machine and a counter. */
  private static long snowflake(Random random) {
    return random.nextLong(150_000_000_000L, 1_100_000_000_000L) << 22 | random.nextInt(1 << 22);
  }

  /** An id in one field of a record, and that record's key. */
  record Placed(Topic topic, String key, IndexedRecord record, String field) {
    static Placed sessionId(String id) {
      var closed = new GenericData.Record(Topic.SESSION_CLOSED.schema());
      closed.put("sessionId", id);
      return new Placed(Topic.SESSION_CLOSED, "a reference", closed, "sessionId");
    }

    static Placed reference(String id) {
      var schema = Topic.AUTHORIZATIONS.schema();
      var attempts = schema.getField("attempts").schema();
      var attempt = new GenericData.Record(attempts.getElementType());
      attempt.put("gatewayReference", id);
      var held = new GenericData.Record(schema);
      held.put("attempts", List.of(attempt));
      return new Placed(Topic.AUTHORIZATIONS, "a reference", held, "attempts.gatewayReference");
    }

    static Placed serial(String id) {
      var terminal = new GenericData.Record(Topic.TERMINALS.schema());
      terminal.put("serial", id);
      return new Placed(Topic.TERMINALS, id, terminal, "serial");
    }

    RawRecord raw() {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      return new RawRecord(topic.topicName(), 0, 1, Map.of("ce_subject", bytes), bytes, null);
    }
  }

  @ParameterizedTest(name = "{0}, {2}")
  @MethodSource("ids")
  void noneIsRefusedAndNoneIsMasked(String name, Kind kind, Function<String, Placed> place) {
    var random = new Random(20_261_130);
    var ids =
        IntStream.range(0, COUNT).mapToObj(_ -> Long.toString(kind.id().apply(random))).toList();

    for (String id : ids) {
      var placed = place.apply(id);
      CardNumberFound.none(placed.topic(), placed.raw(), placed.record());
      new FreeTexts(placed.topic().identifiers(), true).masked(placed.record());
      Leaves.of(
          placed.record(),
          (field, value) -> {
            if (field.equals(placed.field())) {
              assertThat(value).isEqualTo(id);
            }
          });
    }
    assertThat(ids.stream().anyMatch(CardNumbers::anyIn)).isEqualTo(kind.someReadLikeNumbers());
  }
}
