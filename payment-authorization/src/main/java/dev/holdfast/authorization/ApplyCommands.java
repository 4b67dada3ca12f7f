package dev.holdfast.authorization;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.authorization.core.Agenda;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Command;
import dev.holdfast.authorization.core.Decision;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.Lifecycle;
import dev.holdfast.authorization.core.Rules;
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

/**
 * Applies commands one after the other to locked rows, in memory; one event for each new version.
 */
final class ApplyCommands {
  private static final Logger LOG = Logger.getLogger(ApplyCommands.class);

  private final Map<UUID, AuthorizationRow> rows;
  private final Rules rules;
  private final Instant now;
  private final Set<AuthorizationRow> changed = new LinkedHashSet<>();
  private final List<Event> events = new ArrayList<>();

  ApplyCommands(List<AuthorizationRow> rows, Rules rules, Instant now) {
    this.rows = rows.stream().collect(toMap(AuthorizationRow::reference, row -> row));
    this.rules = rules;
    this.now = now;
  }

  /**
   * Applies one.
   *
   * @param mayBeDone may what it asks for have been done before the database was restored?
   */
  Decision apply(UUID reference, Command command, boolean mayBeDone) {
    var row = rows.get(reference);
    if (row == null) {
      throw new Unacceptable(
          "No authorization has the reference %s here: replay it when it has".formatted(reference));
    }
    var decision = Lifecycle.decide(row.toState(), command, rules, now);
    switch (decision) {
      case Changed change -> tell(row, change, mayBeDone);
      case Decision.Prepared(var next) -> write(row, next, mayBeDone);
      case Decision.Ignored(var why) -> LOG.debugf("%s: %s", reference, why);
      case Decision.Refused(var why) -> LOG.debugf("%s: %s", reference, why.words());
    }
    return decision;
  }

  private void tell(AuthorizationRow row, Changed change, boolean mayBeDone) {
    write(row, change.next(), mayBeDone);
    events.add(AuthorizationsTopic.event(change, now));
  }

  private void write(AuthorizationRow row, Authorization next, boolean mayBeDone) {
    var agenda = Agenda.of(next, rules.times(), now);
    var work = mayBeDone ? agenda.map(Agenda::lookingFirst) : agenda;
    row.become(next, work.orElse(null), now);
    changed.add(row);
  }

  /** The row of this reference, if a command has changed it. */
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
