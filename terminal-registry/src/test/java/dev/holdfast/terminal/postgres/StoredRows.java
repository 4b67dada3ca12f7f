package dev.holdfast.terminal.postgres;

import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.terminal.core.Binding;
import dev.holdfast.terminal.core.Dossier;
import dev.holdfast.terminal.core.Place;
import dev.holdfast.terminal.core.Readiness;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Registration;
import dev.holdfast.terminal.core.Standing;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.payment.Course;
import dev.holdfast.terminal.core.payment.Payment;
import dev.holdfast.terminal.core.vendor.CloudAnswer.NotSeen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import dev.holdfast.terminal.core.vendor.CloudFact;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.MaintenanceWindow;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import dev.holdfast.testkit.RowSamples;
import dev.holdfast.testkit.RowSamples.Apart;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Rows of every kind, as they are stored: see {@code deploy/readers}. */
public final class StoredRows {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  private static final Money HOLD = Money.ofMinor(CurrencyUnit.EUR, 5000);

  static final RowSamples SAMPLES =
      new RowSamples("dev.holdfast.terminal", WrittenByNewer.class)
          .rows(
              TerminalRow.class,
              Apart.NONE,
              row -> new TerminalRow(row.toState(VendorFacts.NONE)),
              terminals())
          .rows(
              VendorFactRow.class,
              Apart.NONE,
              row -> new VendorFactRow(row.serial, row.cloud(), row.toState()),
              facts())
          .rows(CpoRow.class, Apart.NONE, row -> new CpoRow(row.toState(List.of())), cpos())
          .rows(
              ContractRow.class,
              Apart.NONE,
              row -> new ContractRow(row.cpoId, row.where(), row.toState()),
              contracts())
          .rows(
              VendorStatusRow.class,
              Apart.NONE,
              row -> new VendorStatusRow(row.toState()),
              statuses())
          // What is kept of a payment is written from its record, and never back from its row.
          .rows(PaymentRow.class, new Apart(Set.of("course"), Set.of()), row -> row, payments());

  private StoredRows() {}

  /** Writes them for another version, or reads another's. */
  public static void main(String[] arguments) throws IOException {
    SAMPLES.run(arguments);
  }

  private static List<TerminalRow> terminals() {
    var bound = new Binding(new Place("CH-1", List.of("NL*ABC*E1*1"), "NL-ABC"), NOON);
    var everyReason = Readiness.because(List.of(Reason.values()));
    var ready = Readiness.because(List.of());
    return Stream.of(
            terminal(Vendor.PAYTER, null, new Standing(everyReason, null, false, null, null)),
            terminal(
                Vendor.STRIPE,
                bound,
                new Standing(ready, HOLD, true, VendorEnvironment.TEST, NOON)),
            terminal(
                Vendor.PAYTER,
                bound,
                new Standing(ready, HOLD, false, VendorEnvironment.PRODUCTION, null)))
        .map(TerminalRow::new)
        .toList();
  }

  private static Terminal terminal(Vendor vendor, @Nullable Binding binding, Standing standing) {
    var registration =
        new Registration(vendor, "P68", "NL", CurrencyUnit.EUR, new HoldTerms(HOLD, true));
    var dossier = new Dossier(registration, binding, VendorFacts.NONE, binding == null);
    return new Terminal("P6820211200171", 7, NOON, dossier, standing);
  }

  private static List<VendorFactRow> facts() {
    var seen = new Seen(NOON, true, "idle", true, false, CurrencyUnit.EUR);
    var silent = new Unknown(NOON, "the cloud gave no answer within 5000 ms");
    return List.of(
        fact(VendorEnvironment.TEST, new CloudFact(seen, null, NOON)),
        fact(VendorEnvironment.PRODUCTION, new CloudFact(new NotSeen(NOON), silent, null)),
        fact(VendorEnvironment.TEST, new CloudFact(null, silent, null)));
  }

  private static VendorFactRow fact(VendorEnvironment cloud, CloudFact fact) {
    return new VendorFactRow("P6820211200171", cloud, fact);
  }

  private static List<CpoRow> cpos() {
    return List.of(
        new CpoRow(
            new Cpo("NL-A", 1, new Cpo.Defaults("NL", new HoldTerms(HOLD, false)), Map.of())),
        new CpoRow(new Cpo("NL-B", 2, new Cpo.Defaults(null, HoldTerms.NONE), Map.of())));
  }

  private static List<ContractRow> contracts() {
    return Stream.of(Environment.values())
        .flatMap(environment ->
            Stream.of(
                new ContractRow("NL-A", environment, new Contract(NOON, null, "paper 7")),
                new ContractRow(
                    "NL-B", environment, new Contract(NOON, NOON.plusSeconds(1), "paper 8"))))
        .toList();
  }

  private static List<VendorStatusRow> statuses() {
    var windows =
        List.of(
            new MaintenanceWindow("new cables", NOON, NOON.plusSeconds(3600)),
            new MaintenanceWindow("old cables", NOON.minusSeconds(60), NOON));
    return Stream.of(Vendor.values())
        .flatMap(
            vendor -> Stream.of(VendorEnvironment.values()).map(cloud -> Map.entry(vendor, cloud)))
        .flatMap(cloud ->
            Stream.of(VendorStatus.values())
                .map(status ->
                    new VendorReport(
                        cloud.getKey(),
                        cloud.getValue(),
                        3,
                        NOON,
                        status,
                        NOON,
                        status == VendorStatus.OPERATIONAL ? null : "as the page says",
                        windows)))
        .map(VendorStatusRow::new)
        .toList();
  }

  private static List<PaymentRow> payments() {
    var reference = UUID.fromString("0193542b-7c00-7000-8000-000000000001");
    return Stream.of(Course.values())
        .map(course ->
            new Payment(
                reference, 4, "P6820211200171", course, NOON, NOON, "a reason", null, List.of()))
        .map(PaymentRow::new)
        .toList();
  }
}
