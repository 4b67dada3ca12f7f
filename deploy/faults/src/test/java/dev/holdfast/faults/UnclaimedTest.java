package dev.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.faults.Plan.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnclaimedTest {
  private static final String TOLD = "told";
  private static final String FREE = "free";
  private static final String STANDS = "stands";
  private static final String DECLINED = "declined";

  @Test
  void countsHoldsThatNobodyWasToldOfAndWhichOfThemStand() {
    Facts facts =
        facts(
            Map.of(STANDS, new Moves(0, 0, 5_000), TOLD, new Moves(2_340, 1, 0)),
            hold(TOLD, "AUTHORIZE:APPROVED"),
            hold(FREE, "AUTHORIZE:APPROVED", "RELEASE:APPROVED"),
            hold(STANDS, "AUTHORIZE:APPROVED"),
            hold(DECLINED, "AUTHORIZE:REFUSED"));

    assertThat(Unclaimed.of(facts, List.of(told(), left())).line())
        .isEqualTo("2 holds were placed for drivers who had left; 1 of them were given back");
  }

  private static Facts facts(Map<String, Moves> gateway, Hold... holds) {
    return new Facts(
        gateway,
        new Ledger(Map.of(), Map.of()),
        Stream.of(holds).collect(Collectors.toMap(Hold::reference, Function.identity())),
        Map.of(),
        List.of(),
        List.of());
  }

  private static Hold hold(String reference, String... attempts) {
    return new Hold(reference, "P1", "HELD", List.of(attempts), "", "");
  }

  private static Payment told() {
    Payment payment = left();
    payment.told(TOLD, "HELD");
    return payment;
  }

  private static Payment left() {
    Plan plan = new Plan(Ending.LEFT, List.of(), Duration.ZERO, Duration.ZERO, false);
    return new Payment(1, new Terminal("P1", Bank.GRANTS_EVERYTHING, false), plan, Instant.EPOCH);
  }
}
