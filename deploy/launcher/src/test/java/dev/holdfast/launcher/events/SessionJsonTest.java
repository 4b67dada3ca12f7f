package dev.holdfast.launcher.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.events.Money;
import dev.holdfast.events.SessionClosed;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionJsonTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void referenceAndTotalAreEnoughForAClose() {
    SessionClosed closed =
        SessionJson.parse("{\"reference\":\"r\",\"total\":{\"minorUnits\":2340}}").closed(NOW);

    assertThat(closed.getReference()).isEqualTo("r");
    assertThat(closed.getTotal()).isEqualTo(new Money(2340L, "EUR"));
    assertThat(closed.getRevision()).isEqualTo(1);
    assertThat(closed.getStoppedAt()).isAfter(closed.getStartedAt());
  }

  @Test
  void vatIsTheTaxContainedInTheTotal() {
    var session =
        SessionJson.of("r", "s", "e", org.joda.money.Money.ofMinor(CurrencyUnit.EUR, 2340));

    assertThat(session.closed(NOW).getTaxes())
        .singleElement()
        .satisfies(tax -> {
          assertThat(tax.getAmount()).isEqualTo(new Money(406L, "EUR"));
          assertThat(tax.getBase()).isEqualTo(new Money(1934L, "EUR"));
        });
  }

  @Test
  void publishedBytesAreTheConfluentWireFormat() throws Exception {
    SessionClosed closed =
        SessionJson.parse("{\"reference\":\"r\",\"total\":{\"minorUnits\":1}}").closed(NOW);

    byte[] bytes = Publisher.encode(258, closed);

    assertThat(ByteBuffer.wrap(bytes).get(0)).isZero();
    assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(258);
    var reader =
        new SpecificDatumReader<SessionClosed>(
            SessionClosed.getClassSchema(),
            SessionClosed.getClassSchema(),
            SpecificData.getForClass(SessionClosed.class));
    var decoder = DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null);
    assertThat(reader.read(null, decoder)).isEqualTo(closed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"colour\":1}",
        "{\"reference\":\"r\"}",
        "{\"total\":{\"minorUnits\":1}}"
      })
  void whatCannotBeUnderstoodIsRefused(String json) {
    assertThatThrownBy(() -> SessionJson.parse(json).closed(NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
