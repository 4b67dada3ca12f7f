package dev.holdfast.terminal.core;

import static dev.holdfast.terminal.core.Samples.CONTRACT;
import static dev.holdfast.terminal.core.Samples.NOT_SEEN;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.SEEN;
import static dev.holdfast.terminal.core.Samples.UNKNOWN;
import static dev.holdfast.terminal.core.Samples.cpo;
import static dev.holdfast.terminal.core.Samples.eur;
import static dev.holdfast.terminal.core.Samples.hold;
import static dev.holdfast.terminal.core.Samples.registration;

import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.Environment;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Random CPOs, registrations and answers of the vendor, healthy and not. */
public final class Generators {
  private Generators() {}

  public static Arbitrary<Cpo> cpos() {
    var contracts =
        Arbitraries.<Map<Environment, List<Contract>>>of(
            Map.of(),
            Map.of(Environment.ACCEPTANCE, List.of(CONTRACT)),
            Map.of(
                Environment.ACCEPTANCE,
                List.of(CONTRACT),
                Environment.PRODUCTION,
                List.of(CONTRACT)));
    return Combinators.combine(holds(), contracts).as((hold, agreed) -> cpo(hold(hold), agreed));
  }

  public static Arbitrary<Registration> registrations() {
    return Combinators.combine(holds(), Arbitraries.of(CurrencyUnit.EUR, CurrencyUnit.GBP))
        .as((hold, currency) -> registration("NL", currency, hold(hold)));
  }

  public static Arbitrary<@Nullable Money> holds() {
    return Arbitraries.of(eur(30), eur(50), eur(51)).injectNull(0.4);
  }

  public static Arbitrary<CloudAnswer> answers() {
    return Arbitraries.of(
        SEEN,
        SEEN,
        NOT_SEEN,
        UNKNOWN,
        new Seen(NOW, true, "IDLE", false, true, CurrencyUnit.EUR),
        new Seen(NOW, true, "IDLE", true, false, CurrencyUnit.EUR),
        new Seen(NOW, true, "IDLE", true, true, CurrencyUnit.GBP));
  }
}
