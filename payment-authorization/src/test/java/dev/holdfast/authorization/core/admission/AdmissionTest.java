package dev.holdfast.authorization.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.admission.Admission.Admitted;
import dev.holdfast.authorization.core.admission.Admission.NotReady;
import dev.holdfast.authorization.core.admission.Admission.Wrong;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTest {
  @Test
  void aReadyTerminalAdmitsItsOwnAmountOrLess() {
    assertThat(ask(ready("CPO-1", eur(50)), "E1", null)).isEqualTo(new Admitted(eur(50), "CPO-1"));
    assertThat(ask(ready("CPO-1", eur(50)), "E2", eur(50)))
        .isEqualTo(new Admitted(eur(50), "CPO-1"));
    assertThat(ask(ready("CPO-1", null), "E1", eur(70))).isEqualTo(new Admitted(eur(70), "CPO-1"));
  }

  @Test
  void aTerminalThatIsNotReadyAdmitsNothing() {
    var retired = new NotReady(List.of("RETIRED"));
    assertThat(ask(notReady("CPO-1", "RETIRED"), "E1", null)).isEqualTo(retired);
    assertThat(ask(notReady(null, "RETIRED"), "E1", null)).isEqualTo(retired);
    assertThat(retired.isOutage()).isFalse();
  }

  @Test
  void aTerminalWithoutACpoAdmitsNothing() {
    assertThat(ask(ready(null, eur(50)), "E1", null)).isEqualTo(new NotReady(List.of()));
  }

  @Test
  void aTerminalWhoseVendorIsDownAdmitsNothingHoweverReadyItIs() {
    var refused = (NotReady) during(VendorStatus.DOWN, ready("CPO-1", eur(50)));

    assertThat(refused.reasons()).containsExactly("VENDOR_DOWN");
    assertThat(refused.isOutage()).isTrue();
  }

  @Test
  void anOutageIsToldBeforeTheTerminalsOwnReasons() {
    var refused =
        (NotReady)
            during(VendorStatus.DOWN, notReady("CPO-1", "CPO_NOT_CONTRACTED", "HOLD_ABOVE_LIMIT"));

    assertThat(refused.reasons())
        .containsExactly("VENDOR_DOWN", "CPO_NOT_CONTRACTED", "HOLD_ABOVE_LIMIT");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DOWN")
  void nothingButAnOutageStopsATap(VendorStatus status) {
    assertThat(during(status, ready("CPO-1", eur(50)))).isEqualTo(new Admitted(eur(50), "CPO-1"));
    assertThat(during(status, notReady("CPO-1", "RETIRED")))
        .isEqualTo(new NotReady(List.of("RETIRED")));
  }

  @Test
  void anEnvironmentPairsWithOneCloudOfAVendor() {
    assertThat(Environment.ACCEPTANCE.cloudOf("PAYTER")).isEqualTo("PAYTER/TEST");
    assertThat(Environment.PRODUCTION.cloudOf("STRIPE")).isEqualTo("STRIPE/PRODUCTION");
  }

  @Test
  void aRequestThatDoesNotFitTheTerminalIsToldWhichFieldIsWrong() {
    var ready = ready("CPO-1", eur(50));
    assertThat(wrongField(ready, "E3", null)).isEqualTo("evseId");
    assertThat(wrongField(ready, "E1", Money.parse("USD 5"))).isEqualTo("amount.currency");
    assertThat(wrongField(ready, "E1", eur(0))).isEqualTo("amount.minorUnits");
    assertThat(wrongField(ready, "E1", Money.parse("EUR 50.01"))).isEqualTo("amount.minorUnits");
    assertThat(wrongField(ready("CPO-1", null), "E1", null)).isEqualTo("amount");
  }

  private static String wrongField(Terminal terminal, String evseId, @Nullable Money asked) {
    return ((Wrong) ask(terminal, evseId, asked)).field();
  }

  private static Admission ask(Terminal terminal, String evseId, @Nullable Money asked) {
    return Admission.of(terminal, VendorStatus.OPERATIONAL, evseId, asked);
  }

  private static Admission during(VendorStatus vendor, Terminal terminal) {
    return Admission.of(terminal, vendor, "E1", null);
  }

  private static Terminal ready(@Nullable String cpoId, @Nullable Money hold) {
    return terminal(cpoId, List.of(), hold);
  }

  private static Terminal notReady(@Nullable String cpoId, String... reasons) {
    return terminal(cpoId, List.of(reasons), eur(50));
  }

  private static Terminal terminal(
      @Nullable String cpoId, List<String> reasons, @Nullable Money hold) {
    return new Terminal(
        "P6820211200171",
        1,
        "PAYTER",
        cpoId,
        List.of("E1", "E2"),
        CurrencyUnit.EUR,
        reasons.isEmpty(),
        reasons,
        hold,
        true);
  }

  private static Money eur(int euros) {
    return Money.of(CurrencyUnit.EUR, euros);
  }
}
