package dev.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.faults.Plan.Ending;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void everyEndingComes() {
    Random random = new Random(1);

    assertThat(Stream.generate(() -> Plan.draw(random)).limit(500).map(Plan::ending).distinct())
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Ending.LEFT)));
  }

  @Test
  void moreThanTheHoldIsTakenOnlyWhereTheBankAllows() {
    Plan above = plan(Ending.CLOSED_ABOVE);

    assertThat(above.endsWith(Bank.GRANTS_EVERYTHING)).containsExactly(6_000L);
    assertThat(above.endsWith(Bank.ALLOWS_OVER_COMMIT)).containsExactly(6_000L);
    assertThat(above.endsWith(Bank.REFUSES_ABOVE_HOLD)).containsExactly(5_000L);
  }

  @Test
  void theHighestRevisionCountsAndOfTwoTotalsEitherMayStand() {
    assertThat(plan(Ending.CORRECTED_DOWN).endsWith(Bank.GRANTS_EVERYTHING))
        .containsExactly(2_290L);
    assertThat(plan(Ending.CORRECTED_TWICE).endsWith(Bank.GRANTS_EVERYTHING))
        .containsExactly(2_220L);
    assertThat(plan(Ending.REPEATED).endsWith(Bank.GRANTS_EVERYTHING)).containsExactly(2_290L);
    assertThat(plan(Ending.CORRECTED_UP).endsWith(Bank.GRANTS_EVERYTHING))
        .containsExactly(2_340L, 2_390L);
    assertThat(plan(Ending.CONTRADICTED).endsWith(Bank.GRANTS_EVERYTHING))
        .containsExactly(2_340L, 2_390L);
  }

  @Test
  void whoLeavesNeitherAsksAgainNorCharges() {
    Plan left = plan(Ending.CORRECTED_TWICE).leaving();

    assertThat(left.ending()).isEqualTo(Ending.LEFT);
    assertThat(left.closes()).isEmpty();
    assertThat(left.patient()).isFalse();
  }

  @Test
  void nobodyTakesMoneyOfWhoDoesNotCharge() {
    assertThat(List.of(Ending.CANCELLED, Ending.NO_CARD, Ending.LEFT))
        .allMatch(ending -> !ending.isCharged())
        .allMatch(ending -> plan(ending).endsWith(Bank.GRANTS_EVERYTHING).equals(List.of(0L)));
  }

  private static Plan plan(Ending ending) {
    return new Plan(ending, Plan.closes(ending, 2_340), Duration.ZERO, Duration.ZERO, true);
  }
}
