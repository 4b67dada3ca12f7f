package dev.holdfast.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.EveryDoor;
import dev.holdfast.testkit.Stack;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

/** No card number enters by any door, and none leaves by a log. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class CardNumbersStayOutIT {
  @Test
  void whateverFieldOfWhateverDoorTheyAreSentTo() {
    var walk = EveryDoor.with("4111111111111111");

    assertThat(walk.open()).isEmpty();
    assertThat(walk.tried()).isGreaterThan(8);
  }

  @Test
  void whateverIsLogged() {
    var line = new ExtLogRecord(Level.INFO, "4111111111111111", getClass().getName());
    Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
        .filter(ConsoleHandler.class::isInstance)
        .forEach(console -> console.getFilter().isLoggable(line));

    assertThat(line.getMessage()).isEqualTo("************1111");
  }
}
