package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // what was never started needs no database
class RelayTest {
  @Test
  void stopsQuietlyWhereTheStartFailedBeforeIt() {
    var relay =
        new Relay(
            new JdbcTransactions(null),
            new UnderWay(Clock.systemUTC()),
            Map.of(),
            FindSchemasTest.settings(false),
            "test");
    assertThatCode(relay::stop).doesNotThrowAnyException();
  }
}
