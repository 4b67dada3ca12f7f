package dev.holdfast.terminal.core;

import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.cpo.CountryLimit;
import dev.holdfast.terminal.core.cpo.CountryLimits;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.NotSeen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import dev.holdfast.terminal.core.vendor.CloudFact;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A healthy terminal in the Netherlands, and all that one needs to make it ill. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  public static final String SERIAL = "P6820211200171";
  public static final Place PLACE = new Place("NL-CHARGER-1", List.of("NL*ABC*E1*1"), "NL-ABC");
  public static final Contract CONTRACT =
      new Contract(Instant.parse("2026-01-01T00:00:00Z"), null, "frame agreement 7");
  public static final Seen SEEN = new Seen(NOW, true, "IDLE", true, true, CurrencyUnit.EUR);
  public static final NotSeen NOT_SEEN = new NotSeen(NOW);
  public static final Unknown UNKNOWN = new Unknown(NOW, "no answer within 5000 ms");
  public static final StandingRules ACCEPTANCE = rules(Environment.ACCEPTANCE);

  private Samples() {}

  public static StandingRules rules(Environment environment) {
    return new StandingRules(
        environment,
        new CountryLimits(
            List.of(
                limit("NL", eur(25), "2016-01-01"),
                limit("NL", eur(50), "2020-03-26"),
                limit("NL", eur(80), "2030-01-01"),
                limit("GB", Money.parse("GBP 100.00"), "2021-10-15"))));
  }

  public static CountryLimit limit(String country, Money highest, String validFrom) {
    return new CountryLimit(country, highest, LocalDate.parse(validFrom), "a paper", "high");
  }

  public static Money eur(int whole) {
    return Money.of(CurrencyUnit.EUR, whole);
  }

  public static Cpo cpo(HoldTerms terms, Map<Environment, List<Contract>> contracts) {
    return new Cpo(PLACE.cpoId(), 1, new Cpo.Defaults("NL", terms), contracts);
  }

  public static Cpo contracted() {
    return cpo(HoldTerms.NONE, Map.of(Environment.ACCEPTANCE, List.of(CONTRACT)));
  }

  public static Registration registration(HoldTerms own) {
    return registration("NL", CurrencyUnit.EUR, own);
  }

  public static Registration registration(String country, CurrencyUnit currency, HoldTerms own) {
    return new Registration(Vendor.PAYTER, "P68", country, currency, own);
  }

  public static HoldTerms hold(@Nullable Money hold) {
    return new HoldTerms(hold, null);
  }

  public static VendorFacts facts(@Nullable CloudAnswer test, @Nullable CloudAnswer production) {
    return new VendorFacts(fact(test), fact(production));
  }

  public static CloudFact fact(@Nullable CloudAnswer answer) {
    return answer == null ? CloudFact.NOTHING : CloudFact.NOTHING.after(answer);
  }

  public static Dossier healthy() {
    return new Dossier(
        registration(HoldTerms.NONE), new Binding(PLACE, NOW), facts(SEEN, NOT_SEEN), false);
  }

  public static Terminal terminal(Dossier told, @Nullable Cpo cpo) {
    return new Terminal(SERIAL, 7, NOW, told, ACCEPTANCE.judge(told, cpo, NOW));
  }
}
