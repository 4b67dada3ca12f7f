package dev.holdfast.authorization;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.authorization.core.Agenda;
import dev.holdfast.authorization.core.Decision;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.Lifecycle;
import dev.holdfast.authorization.core.Timetable;
import dev.holdfast.authorization.kafka.publish.AuthorizationsTopic;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.delivery.Event;
import dev.holdfast.delivery.Unacceptable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Orders applied one after the other to locked rows, in memory; one event for each new version. */
final class Fold {
  private static final Logger LOG = Logger.getLogger(Fold.class);

  private final Map<UUID, AuthorizationRow> rows;
  private final Timetable timetable;
  private final Instant now;
  private final Set<AuthorizationRow> changed = new LinkedHashSet<>();
  private final List<Event> events = new ArrayList<>();

  Fold(List<AuthorizationRow> rows, Timetable timetable, Instant now) {
    this.rows = rows.stream().collect(toMap(AuthorizationRow::reference, row -> row));
    this.timetable = timetable;
    this.now = now;
  }

  Decided apply(Order order) {
    var row = rows.get(order.reference());
    if (row == null) {
      throw new Unacceptable(
          "No authorization has the reference %s here: replay it when it has"
              .formatted(order.reference()));
    }
    var before = row.toState();
    var decision = Lifecycle.decide(before, order.command(), now);
    return switch (decision) {
      case Changed change -> {
        row.become(change.next(), Agenda.of(change.next(), timetable, now), now);
        if (order.mayBeDone()) {
          row.lookFirst();
        }
        changed.add(row);
        events.add(AuthorizationsTopic.event(change, now));
        yield new Decided(decision, change.next());
      }
      case Decision.Ignored(var why) -> {
        LOG.debugf("%s: %s", order.reference(), why);
        yield new Decided(decision, before);
      }
      case Decision.Refused(var why) -> {
        LOG.debugf("%s: %s", order.reference(), why);
        yield new Decided(decision, before);
      }
    };
  }

  /** The row of this reference, if an order has changed it. */
  Optional<AuthorizationRow> changed(UUID reference) {
    return Optional.ofNullable(rows.get(reference)).filter(changed::contains);
  }

  List<AuthorizationRow> changed() {
    return List.copyOf(changed);
  }

  List<Event> events() {
    return events;
  }
}
