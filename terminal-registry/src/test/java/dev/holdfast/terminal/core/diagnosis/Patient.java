package dev.holdfast.terminal.core.diagnosis;

import static dev.holdfast.terminal.core.Samples.ACCEPTANCE;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.SERIAL;
import static dev.holdfast.terminal.core.Samples.contracted;
import static dev.holdfast.terminal.core.Samples.facts;
import static dev.holdfast.terminal.core.Samples.healthy;
import static dev.holdfast.terminal.core.Samples.rules;

import dev.holdfast.terminal.core.Binding;
import dev.holdfast.terminal.core.Dossier;
import dev.holdfast.terminal.core.Registration;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.diagnosis.Case.Registered;
import dev.holdfast.terminal.core.payment.PaymentCount;
import dev.holdfast.terminal.core.payment.PaymentHistory;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudFact;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A terminal to be diagnosed: healthy, until something is other. */
public record Patient(
    Dossier told, Place place, @Nullable VendorReport report, PaymentHistory payments) {
  /** All is well. */
  public static final Patient HEALTHY =
      new Patient(
          healthy(),
          new Place(Environment.ACCEPTANCE, contracted(), List.of()),
          report(VendorStatus.OPERATIONAL, null),
          new PaymentHistory(
              Duration.ofDays(7),
              new PaymentCount(12, 0),
              new PaymentCount(100, 5),
              new TreeMap<>(),
              List.of(),
              minutesAgo(60),
              "R-1"));

  /** When its current version came to be. */
  static final Instant CHANGED_AT = minutesAgo(30);

  /** What is around the terminal. */
  public record Place(Environment environment, @Nullable Cpo cpo, List<String> contractedCpos) {}

  public static Instant minutesAgo(int minutes) {
    return NOW.minus(Duration.ofMinutes(minutes));
  }

  public static VendorReport report(VendorStatus status, @Nullable String detail) {
    var at = minutesAgo(90);
    return new VendorReport(
        Vendor.PAYTER, Environment.ACCEPTANCE.pairedCloud(), 1, at, status, at, detail, List.of());
  }

  public Patient with(Registration registration) {
    return with(new Dossier(registration, told.binding(), told.facts(), told.retired()));
  }

  public Patient heard(@Nullable CloudAnswer test, @Nullable CloudAnswer production) {
    return heard(facts(test, production));
  }

  public Patient heard(CloudFact test) {
    return heard(new VendorFacts(test, told.facts().production()));
  }

  public Patient heard(VendorFacts facts) {
    return with(new Dossier(told.registration(), told.binding(), facts, told.retired()));
  }

  public Patient with(Dossier other) {
    return new Patient(other, place, report, payments);
  }

  public Patient of(@Nullable Cpo cpo, String... contractedCpos) {
    var other = new Place(place.environment(), cpo, List.of(contractedCpos));
    return new Patient(told, other, report, payments);
  }

  public Patient in(Environment environment) {
    var other = new Place(environment, place.cpo(), place.contractedCpos());
    return new Patient(told, other, report, payments);
  }

  public Patient reporting(@Nullable VendorReport other) {
    return new Patient(told, place, other, payments);
  }

  public Patient paying(PaymentHistory other) {
    return new Patient(told, place, report, other);
  }

  public Patient unbound() {
    return with(new Dossier(told.registration(), null, told.facts(), told.retired()));
  }

  public Patient retired() {
    return with(new Dossier(told.registration(), null, told.facts(), true));
  }

  public Patient bound(Binding binding) {
    return with(new Dossier(told.registration(), binding, told.facts(), told.retired()));
  }

  public Diagnosis diagnosed() {
    return diagnosed(examined());
  }

  /** As if nobody had registered it. */
  public Diagnosis diagnosedAsStranger(String serial) {
    return diagnosed(examined(serial, null));
  }

  Case examined() {
    var cpo = told.binding() == null ? null : place.cpo();
    var terminal = new Terminal(SERIAL, 7, CHANGED_AT, told, ACCEPTANCE.judge(told, cpo, NOW));
    return examined(SERIAL, new Registered(terminal, cpo, place.contractedCpos()));
  }

  private Case examined(String serial, @Nullable Registered registered) {
    return new Case(serial, NOW, registered, told.facts(), report, payments);
  }

  private Diagnosis diagnosed(Case it) {
    return new DiagnosisRules(rules(place.environment()), Duration.ofMinutes(15)).diagnose(it);
  }

  public Check check(Question question) {
    return diagnosed().checks().get(question.number() - 1);
  }
}
