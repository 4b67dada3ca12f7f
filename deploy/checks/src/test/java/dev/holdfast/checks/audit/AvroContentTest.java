package dev.holdfast.checks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class AvroContentTest {
  private static final Schema MONEY =
      SchemaBuilder.record("Money")
          .fields()
          .requiredLong("minorUnits")
          .requiredString("currency")
          .endRecord();
  private static final Schema RECORD =
      new Schema.Parser()
          .parse(
              """
              {"type":"record","name":"R","fields":[
                {"name":"money","type":["null",%s]},
                {"name":"at","type":{"type":"long","logicalType":"timestamp-micros"}},
                {"name":"day","type":["null",{"type":"int","logicalType":"date"}]},
                {"name":"tags","type":{"type":"array","items":"string"}},
                {"name":"bytes","type":{"type":"map","values":"bytes"}},
                {"name":"flag","type":"boolean"},
                {"name":"later","type":["null","string"],"default":null}]}
              """
                  .formatted(MONEY));

  @Test
  void saysItAsPostgresDoes() {
    var record = new GenericRecordBuilder(RECORD);
    record.set("money", money(2340, "EUR")).set("at", 1_764_441_234_120_000L).set("day", 20_421);
    record.set("tags", List.of("a")).set("bytes", Map.of("k", ByteBuffer.wrap(new byte[] {1, 2})));
    record.set("flag", true);
    Set<String> asked = Set.of("money", "at", "day", "tags", "bytes", "flag", "later", "unknown");

    assertThat(AvroContent.of(record.build(), asked))
        .containsEntry("money", "2340 EUR")
        .containsEntry("at", "2025-11-29T18:33:54.12+00:00")
        .containsEntry("day", "2025-11-29")
        .containsEntry("tags", List.of("a"))
        .containsEntry("bytes", Map.of("k", "AQI="))
        .containsEntry("flag", true)
        .containsEntry("later", null)
        .doesNotContainKey("unknown");
  }

  private static GenericData.Record money(long minorUnits, String currency) {
    return new GenericRecordBuilder(MONEY)
        .set("minorUnits", minorUnits)
        .set("currency", currency)
        .build();
  }
}
