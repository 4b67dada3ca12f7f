package dev.holdfast.terminal;

import dev.holdfast.delivery.Transactions;
import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.TerminalCommand;
import dev.holdfast.terminal.core.TerminalCommand.Hear;
import dev.holdfast.terminal.payter.PayterClouds;
import dev.holdfast.terminal.postgres.VendorVisits;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks the vendor's clouds for terminals and keeps what they say; never inside a transaction. */
@ApplicationScoped
public class AskVendor {
  private final PayterClouds clouds;
  private final ChangeTerminals changeTerminals;
  private final Transactions transactions;
  private final VendorVisits visits;
  private final Schedule schedule;

  AskVendor(
      PayterClouds clouds,
      ChangeTerminals changeTerminals,
      Transactions transactions,
      VendorVisits visits,
      Schedule schedule) {
    this.clouds = clouds;
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

  /** Asks both clouds for a terminal now. */
  public Uni<Decision> about(String serial) {
    return clouds.ask(serial).chain(answers -> changeTerminals.change(serial, new Hear(answers)));
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

  private Uni<Map<String, TerminalCommand>> askAll(List<String> serials) {
    return Multi.createFrom()
        .iterable(serials)
        .onItem()
        .transformToUni(
            serial -> clouds.ask(serial).map(answers -> Map.entry(serial, new Hear(answers))))
        .merge(schedule.parallel())
        .collect()
        .asMap(Map.Entry::getKey, Map.Entry::getValue);
  }
}
