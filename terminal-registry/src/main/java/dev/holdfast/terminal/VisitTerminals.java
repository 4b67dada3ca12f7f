package dev.holdfast.terminal;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.UnderWay;
import dev.holdfast.terminal.core.TerminalCommand;
import dev.holdfast.terminal.core.TerminalCommand.Hear;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.vendor.Vendors;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Asks the vendors' clouds for terminals now and then, without anybody wanting to know. Each vendor
 * on its own: one that does not answer keeps nobody from the others.
 */
@ApplicationScoped
class VisitTerminals {
  private final Vendors vendors;
  private final ChangeManyTerminals changeTerminals;
  private final ClaimVisits claimVisits;
  private final Schedule schedule;
  private final UnderWay underWay;

  VisitTerminals(
      Vendors vendors,
      ChangeManyTerminals changeTerminals,
      ClaimVisits claimVisits,
      Schedule schedule,
      UnderWay underWay) {
    this.vendors = vendors;
    this.changeTerminals = changeTerminals;
    this.claimVisits = claimVisits;
    this.schedule = schedule;
    this.underWay = underWay;
  }

  /** How often the clouds are asked. */
  @ConfigMapping(prefix = "holdfast.vendor-visits")
  public interface Schedule {
    /** How often due terminals are looked for. */
    @WithDefault("30s")
    Duration every();

    /** How long a terminal's facts are left alone. */
    @WithDefault("PT5M")
    Duration interval();

    /** How many terminals of a vendor are asked for at each look, at most. */
    @WithDefault("200")
    int batch();

    /** How many terminals of a vendor are asked for at once. */
    @WithDefault("8")
    int parallel();
  }

  void start(@Observes StartupEvent started, Scheduler scheduler) {
    if (!scheduler.isStarted()) {
      return; // Switched off, with all that is done by the clock.
    }
    for (var vendor : Vendor.values()) {
      scheduler
          .newJob(name(vendor))
          .setInterval(schedule.every().toString())
          .setDelayed("5s")
          .setConcurrentExecution(ConcurrentExecution.SKIP)
          .setSkipPredicate(ApplicationNotRunning.class)
          .setAsyncTask(_ -> visitDue(vendor))
          .schedule();
    }
  }

  private Uni<Void> visitDue(Vendor vendor) {
    return underWay
        .watch(name(vendor), () -> claimVisits.due(vendor, schedule.batch(), schedule.interval()))
        .chain(due -> visitAll(vendor, due).eventually(() -> claimVisits.forget(due)));
  }

  /** A few at a time, each time kept at once: what stalls holds up these few, and not for long. */
  private Uni<Void> visitAll(Vendor vendor, List<String> due) {
    return Multi.createFrom()
        .iterable(due)
        .group()
        .intoLists()
        .of(schedule.parallel())
        .select()
        .where(_ -> !claimVisits.isStopping())
        .onItem()
        .transformToUniAndConcatenate(few -> underWay.watch(name(vendor), () -> visit(vendor, few)))
        .collect()
        .last();
  }

  private Uni<Void> visit(Vendor vendor, List<String> serials) {
    return Uni.join()
        .all(serials.stream().map(serial -> hear(vendor, serial)).toList())
        .andFailFast()
        .map(VisitTerminals::commands)
        .chain(changeTerminals::change)
        .invoke(() -> claimVisits.made(serials))
        .replaceWithVoid();
  }

  private Uni<Map.Entry<String, Hear>> hear(Vendor vendor, String serial) {
    return vendors.ask(vendor, serial).map(answers -> Map.entry(serial, new Hear(answers)));
  }

  private static Map<String, TerminalCommand> commands(List<Map.Entry<String, Hear>> heard) {
    return heard.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String name(Vendor vendor) {
    return "visits to " + vendor;
  }
}
