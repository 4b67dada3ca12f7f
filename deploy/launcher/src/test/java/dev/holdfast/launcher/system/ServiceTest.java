package dev.holdfast.launcher.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.frontdoor.Door;
import org.junit.jupiter.api.Test;

class ServiceTest {
  @Test
  void serviceIsBehindItsOwnPrefixesAndBehindItsName() {
    assertThat(Service.SESSION_SETTLEMENT.doors(() -> 1))
        .extracting(Door::prefix, Door::stripped)
        .containsExactly(
            tuple("/settlements", false),
            tuple("/journal", false),
            tuple("/totals", false),
            tuple("/trial-balance", false),
            tuple("/shortfall", false),
            tuple("/days", false),
            tuple("/reports", false),
            tuple("/movements", false),
            tuple("/chargebacks", false),
            tuple("/accounts", false),
            tuple("/session-settlement", true));
  }

  @Test
  void settingsBecomeEnvironmentVariables() {
    assertThat(ServiceSettings.variable("holdfast.payter.test.api-key"))
        .isEqualTo("HOLDFAST_PAYTER_TEST_API_KEY");
  }

  @Test
  void portThatWasTakenMeanwhileIsRecognized() {
    assertThat(
            JavaProcess.saysPortIsTaken(
                "x ended. The end of x.log:\nPort 25617 seems to be in use by another process."))
        .isTrue();
    assertThat(JavaProcess.saysPortIsTaken("x ended. The end of x.log:\nNo schema")).isFalse();
  }
}
