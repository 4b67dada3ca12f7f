package dev.holdfast.terminal.statuspage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.terminal.core.MaintenanceWindow;
import dev.holdfast.text.CardNumbers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance that is planned or under way, as the page lists it.
 *
 * @param components the names of those that it concerns; none where it concerns all
 */
record ScheduledMaintenance(MaintenanceWindow window, boolean underWay, List<String> components) {
  private static final Set<String> UNDER_WAY = Set.of("in_progress", "verifying");
  private static final Set<String> NOT_COMPLETED = Set.of("scheduled", "in_progress", "verifying");

  /** Complete, so that the page's own order never looks like a change. */
  private static final Comparator<MaintenanceWindow> BY_BEGIN =
      Comparator.comparing(MaintenanceWindow::from)
          .thenComparing(MaintenanceWindow::until)
          .thenComparing(MaintenanceWindow::name);

  /** What is further from now is a slip of the pen, and perhaps past what a column can hold. */
  private static final Duration FURTHEST = Duration.ofDays(5 * 365);

  private static final int LONGEST_NAME = 120;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}]+");

  /** Those of the list that make sense and are not over, by their begin. */
  static List<ScheduledMaintenance> allIn(@Nullable JsonNode list, Instant now) {
    return list == null
        ? List.of()
        : StreamSupport.stream(list.spliterator(), false)
            .flatMap(each -> read(each, now).stream())
            .sorted(Comparator.comparing(ScheduledMaintenance::window, BY_BEGIN))
            .toList();
  }

  boolean concerns(String component) {
    return components.isEmpty() || components.contains(component);
  }

  /** Empty where it is over or broken: one such must not spoil the rest of the page. */
  private static Optional<ScheduledMaintenance> read(JsonNode json, Instant now) {
    var status = json.path("status").asText();
    if (!NOT_COMPLETED.contains(status)) {
      return Optional.empty();
    }
    var name = nameOf(json.path("name").asText(""));
    var components = json.path("components").findValuesAsText("name");
    var until = moment(json.path("scheduled_until"), now).filter(now::isBefore);
    return moment(json.path("scheduled_for"), now)
        .flatMap(
            from -> until.filter(from::isBefore).map(end -> new MaintenanceWindow(name, from, end)))
        .map(window -> new ScheduledMaintenance(window, UNDER_WAY.contains(status), components));
  }

  private static Optional<Instant> moment(JsonNode json, Instant now) {
    try {
      return Optional.of(Instant.parse(json.asText()).truncatedTo(ChronoUnit.MICROS))
          .filter(at -> Duration.between(now, at).abs().compareTo(FURTHEST) < 0);
    } catch (DateTimeException unparsable) {
      return Optional.empty();
    }
  }

  /** Others' text: one line, of bounded length, without what may be a card number. */
  private static String nameOf(String text) {
    var line = CardNumbers.masked(UNPRINTABLE.matcher(text).replaceAll(" ")).strip();
    if (line.isEmpty()) {
      return "maintenance";
    }
    return line.codePointCount(0, line.length()) <= LONGEST_NAME
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }
}
