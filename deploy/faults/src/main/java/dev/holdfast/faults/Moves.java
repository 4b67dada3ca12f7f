package dev.holdfast.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What the gateway's own journal has of one payment, in cents.
 *
 * @param taken less what was paid back
 * @param standing still reserved: neither taken nor given back
 */
record Moves(long taken, int timesTaken, long standing) {
  static final Moves NONE = new Moves(0, 0, 0);

  /** One session of the gateway: a payment may have several, if something goes wrong. */
  private record Line(String payment, String session, String kind, long cents) {
    static Line of(JsonNode movement) {
      return new Line(
          movement.path("reference").asText().replaceFirst(":.*", ""),
          movement.path("sessionId").asText(),
          movement.path("kind").asText(),
          movement.path("minorUnits").asLong());
    }
  }

  /** Of every payment that the journal has. */
  static Map<String, Moves> read(JsonNode journal) {
    Map<String, List<Line>> bySession =
        StreamSupport.stream(journal.spliterator(), false)
            .map(Line::of)
            .collect(Collectors.groupingBy(Line::session));
    Map<String, Moves> moves = new HashMap<>();
    bySession
        .values()
        .forEach(lines -> moves.merge(lines.getFirst().payment(), ofSession(lines), Moves::plus));
    return moves;
  }

  private static Moves ofSession(List<Line> lines) {
    long taken = sum(lines, "TAKEN");
    long times = lines.stream().filter(line -> line.kind().equals("TAKEN")).count();
    long free = sum(lines, "GIVEN_BACK");
    boolean ended = times > 0 || free > 0;
    return new Moves(
        taken - sum(lines, "PAID_BACK"),
        Math.toIntExact(times),
        ended ? 0 : sum(lines, "RESERVED"));
  }

  private static long sum(List<Line> lines, String kind) {
    return lines.stream().filter(line -> line.kind().equals(kind)).mapToLong(Line::cents).sum();
  }

  private Moves plus(Moves other) {
    return new Moves(taken + other.taken, timesTaken + other.timesTaken, standing + other.standing);
  }
}
