package dev.holdfast.terminal;

import dev.holdfast.delivery.Transactions;
import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalCommand;
import dev.holdfast.terminal.core.TerminalCommand.Hear;
import dev.holdfast.terminal.core.Vendor;
import dev.holdfast.terminal.postgres.VendorVisits;
import dev.holdfast.terminal.vendor.Vendors;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** Asks the vendors' clouds for terminals and keeps what they say; never inside a transaction. */
@ApplicationScoped
public class AskVendor {
  private final Vendors vendors;
  private final ChangeTerminals changeTerminals;
  private final Transactions transactions;
  private final VendorVisits visits;
  private final Schedule schedule;

  AskVendor(
      Vendors vendors,
      ChangeTerminals changeTerminals,
      Transactions transactions,
      VendorVisits visits,
      Schedule schedule) {
    this.vendors = vendors;
    this.changeTerminals = changeTerminals;
    this.transactions = transactions;
    this.visits = visits;
    this.schedule = schedule;
  }

  /** How often the clouds are asked without anybody wanting to know. */
  @ConfigMapping(prefix = "holdfast.vendor-visits")
  public interface Schedule {
    /** How often due terminals are looked for. */
    @WithDefault("30s")
    Duration every();

    /** How long a terminal's facts are left alone. */
    @WithDefault("PT5M")
    Duration interval();

    /** How many terminals are asked for at each look, at most. */
    @WithDefault("200")
    int batch();

    /** How many questions are open at once, at most. */
    @WithDefault("8")
    int parallel();
  }

  /** Asks both of its vendor's clouds for a terminal now. */
  public Uni<Decision> about(Terminal terminal) {
    var serial = terminal.serial();
    return vendors
        .ask(terminal.dossier().registration().vendor(), serial)
        .chain(answers -> changeTerminals.change(serial, new Hear(answers)));
  }

  @Scheduled(
      every = "${holdfast.vendor-visits.every:30s}",
      delayed = "5s",
      concurrentExecution = ConcurrentExecution.SKIP,
      skipExecutionIf = ApplicationNotRunning.class)
  Uni<Void> visitDueTerminals() {
    return transactions
        .run(transaction ->
            visits.claim(transaction.session(), schedule.batch(), schedule.interval()))
        .chain(this::askAll)
        .chain(changeTerminals::change)
        .replaceWithVoid();
  }

  private Uni<Map<String, TerminalCommand>> askAll(Map<String, Vendor> vendorsBySerial) {
    return Multi.createFrom()
        .iterable(vendorsBySerial.entrySet())
        .onItem()
        .transformToUni(due ->
            vendors
                .ask(due.getValue(), due.getKey())
                .map(answers -> Map.entry(due.getKey(), new Hear(answers))))
        .merge(schedule.parallel())
        .collect()
        .asMap(Map.Entry::getKey, Map.Entry::getValue);
  }
}
