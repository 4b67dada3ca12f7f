package dev.holdfast.terminal.core.cpo;

import static dev.holdfast.terminal.core.Samples.CONTRACT;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.contracted;
import static dev.holdfast.terminal.core.Samples.cpo;
import static dev.holdfast.terminal.core.Samples.eur;
import static dev.holdfast.terminal.core.Samples.hold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.terminal.core.cpo.Cpo.Agreement.Agreed;
import dev.holdfast.terminal.core.cpo.Cpo.Agreement.Overlapping;
import dev.holdfast.terminal.core.vendor.Environment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A CPO and its contracts. */
class CpoTest {
  @Test
  void refusesAContractThatEndsBeforeItStarts() {
    assertThatThrownBy(() -> new Contract(NOW, NOW, "paper"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ends");
  }

  @Test
  void countsAVersionOfACpoForEachRealChange() {
    var cpo = Cpo.named("NL-ABC", new Cpo.Defaults("NL", hold(eur(40))));
    var contracted = agreed(cpo, Environment.ACCEPTANCE);

    assertThat(cpo.version()).isEqualTo(1);
    assertThat(cpo.with(new Cpo.Defaults("NL", hold(eur(40))))).isSameAs(cpo);
    assertThat(cpo.with(new Cpo.Defaults("NL", hold(eur(30)))).version()).isEqualTo(2);
    assertThat(contracted.version()).isEqualTo(2);
    assertThat(agreed(contracted, Environment.ACCEPTANCE)).isSameAs(contracted);
    assertThat(agreed(contracted, Environment.PRODUCTION).contracts()).hasSize(2);
    assertThat(contracted().isContracted(Environment.PRODUCTION, NOW)).isFalse();
  }

  @Test
  void agreesContractsOneAfterTheOtherButNotTwoAtOnce() {
    var first = new Contract(NOW, NOW.plusSeconds(60), "paper 1");
    var second = new Contract(NOW.plusSeconds(60), null, "paper 2");
    var both = agreed(agreed(cpo(HoldTerms.NONE, Map.of()), second), first);

    assertThat(both.in(Environment.ACCEPTANCE)).containsExactly(first, second);
    assertThat(both.version()).isEqualTo(3);
    for (var early : List.of(NOW.minusSeconds(1), NOW.plusSeconds(59))) {
      assertThat(both.agree(Environment.ACCEPTANCE, new Contract(early, null, "paper 3")))
          .isEqualTo(new Overlapping(first));
    }
    assertThat(
            both.agree(Environment.ACCEPTANCE, new Contract(NOW.plusSeconds(90), null, "paper 3")))
        .isEqualTo(new Overlapping(second));
    var other = new Contract(NOW, NOW.plusSeconds(30), "paper 1, shortened");
    assertThat(agreed(both, other).in(Environment.ACCEPTANCE)).containsExactly(other, second);
  }

  @Test
  void takesAContractBack() {
    var cpo = contracted();

    assertThat(cpo.revoke(Environment.ACCEPTANCE, CONTRACT.validFrom()).contracts()).isEmpty();
    assertThat(cpo.revoke(Environment.PRODUCTION, CONTRACT.validFrom())).isSameAs(cpo);
    assertThat(cpo.revoke(Environment.ACCEPTANCE, NOW)).isSameAs(cpo);
  }

  @Test
  void knowsWhenAContractStartsOrEndsNext() {
    var contract = new Contract(NOW, NOW.plusSeconds(60), "paper");
    var cpo = agreed(cpo(HoldTerms.NONE, Map.of()), contract);

    assertThat(cpo.nextTurn(Environment.ACCEPTANCE, NOW.minusSeconds(1))).contains(NOW);
    assertThat(cpo.nextTurn(Environment.ACCEPTANCE, NOW)).contains(NOW.plusSeconds(60));
    assertThat(cpo.nextTurn(Environment.ACCEPTANCE, NOW.plusSeconds(60))).isEmpty();
    assertThat(cpo.nextTurn(Environment.PRODUCTION, NOW)).isEmpty();
  }

  private static Cpo agreed(Cpo cpo, Environment environment) {
    return ((Agreed) cpo.agree(environment, CONTRACT)).cpo();
  }

  private static Cpo agreed(Cpo cpo, Contract contract) {
    return ((Agreed) cpo.agree(Environment.ACCEPTANCE, contract)).cpo();
  }
}
