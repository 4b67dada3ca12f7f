package dev.holdfast.settlement.core.trail;

import static dev.holdfast.settlement.core.trail.TrailStep.text;
import static dev.holdfast.settlement.core.trail.TrailStep.words;

import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Contradiction;
import dev.holdfast.settlement.core.payment.Contradictions;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.trail.TrailStep.Amount;
import dev.holdfast.settlement.core.trail.TrailStep.Kind;
import dev.holdfast.settlement.core.trail.TrailStep.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.Money;

/** The steps of a session: its start, its closes, those that contradict them, and decisions. */
final class SessionTrail {
  private SessionTrail() {}

  static List<TrailStep> of(Session session) {
    var steps = new ArrayList<TrailStep>();
    List<Close> closes = closes(session);
    starts(session, closes).forEach((id, at) -> steps.add(started(id, at)));
    closes.forEach(close -> steps.add(closed(close)));
    session.resolutions().forEach(resolution -> steps.add(resolved(resolution)));
    return steps;
  }

  /** As they were told: what a person made of one is told with the decision. */
  private static List<Close> closes(Session session) {
    Stream<Close> standing =
        session.closes().stream().filter(close -> !Contradictions.isDecided(session, close));
    Stream<Close> contradicting =
        session.disputes().stream().map(Contradiction::close).filter(Objects::nonNull);
    return Stream.concat(standing, contradicting).distinct().toList();
  }

  private static Map<String, Instant> starts(Session session, List<Close> closes) {
    var starts = new LinkedHashMap<String, Instant>();
    if (session.startedAt() != null) {
      starts.put(session.id(), session.startedAt());
    }
    closes.forEach(close -> starts.putIfAbsent(close.sessionId(), close.charging().startedAt()));
    return starts;
  }

  private static TrailStep started(String sessionId, Instant startedAt) {
    return new TrailStep(
        Kind.SESSION_STARTED,
        startedAt,
        List.of(),
        Telling.of("Session %s began.".formatted(sessionId)));
  }

  private static TrailStep closed(Close close) {
    Money total = close.total();
    Close.Charging charging = close.charging();
    boolean first = close.revision() == 1;
    String sentence =
        (first
                ? "Session %s ended and costs %s for %d Wh until %s."
                : "Session %s was corrected and costs %s now, for %d Wh until %s.")
            .formatted(close.sessionId(), text(total), charging.energyWh(), charging.stoppedAt());
    return new TrailStep(
        first ? Kind.SESSION_CLOSED : Kind.SESSION_CORRECTED,
        close.closedAt(),
        List.of(new Amount("total", total)),
        Telling.of(sentence));
  }

  private static TrailStep resolved(Resolution resolution) {
    var word = resolution.word();
    var sentence =
        "%s decided to %s: %s.".formatted(word.by(), words(resolution.choice()), word.reason());
    return new TrailStep(
        Kind.RESOLVED,
        word.at(),
        List.of(),
        new Telling(resolution.choice().name(), word.reason(), sentence));
  }
}
