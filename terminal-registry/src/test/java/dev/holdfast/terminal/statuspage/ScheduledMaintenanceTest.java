package dev.holdfast.terminal.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.vendor.MaintenanceWindow;
import dev.holdfast.terminal.statuspage.StatusSummary.Component;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduledMaintenanceTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String GOOD =
      "{'name': 'good', 'status': 'scheduled', " + Windows.TIMES + "}";

  @Test
  void keepsWhatConcernsTheComponentByItsBegin() {
    var windows =
        windows(
            """
            {'name': 'later', 'status': 'scheduled', 'components': [{'name': 'Portal'}, {'name': 'CPS'}],
             'scheduled_for': '2026-06-03T22:00:00.000Z', 'scheduled_until': '2026-06-03T23:00:00Z'},
            {'name': 'of the portal', 'status': 'scheduled', 'components': [{'name': 'Portal'}],
             'scheduled_for': '2026-06-02T22:00:00Z', 'scheduled_until': '2026-06-02T23:00:00Z'},
            {'name': 'sooner, of all', 'status': 'in_progress', 'components': [],
             'scheduled_for': '2026-06-01T13:59:59.123456789+02:00', 'scheduled_until': '2026-06-02T00:00:00Z'}
            """);

    assertThat(windows)
        .containsExactly(
            window("sooner, of all", "2026-06-01T11:59:59.123456Z", "2026-06-02T00:00:00Z"),
            window("later", "2026-06-03T22:00:00Z", "2026-06-03T23:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name': 'x', 'status': 'completed', TIMES}",
        "{'name': 'x', 'status': 'cancelled', TIMES}",
        "{'name': 'x', TIMES}",
        "{'name': 'x', 'status': 'scheduled'}",
        "{'name': 'x', 'status': 'scheduled', 'scheduled_for': 'tonight', 'scheduled_until': '2026-06-01T13:00:00Z'}",
        "{'name': 'x', 'status': 'scheduled', 'scheduled_for': '2026-06-01T11:00:00Z', 'scheduled_until': null}",
        "{'name': 'x', 'status': 'scheduled', 'scheduled_for': 1780000000, 'scheduled_until': 1780003600}",
        "{'name': 'over', 'status': 'in_progress', 'scheduled_for': '2026-06-01T10:00:00Z', 'scheduled_until': '2026-06-01T12:00:00Z'}",
        "{'name': 'backwards', 'status': 'scheduled', 'scheduled_for': '2026-06-03T10:00:00Z', 'scheduled_until': '2026-06-02T10:00:00Z'}",
        "{'name': 'x', 'status': 'scheduled', 'scheduled_for': '2026-06-03T10:00:00Z', 'scheduled_until': '+999999999-01-01T00:00:00Z'}",
        "{'name': 'x', 'status': 'scheduled', 'scheduled_for': '-999999999-01-01T00:00:00Z', 'scheduled_until': '2026-06-03T10:00:00Z'}",
        "null",
        "'soon'",
        "[]",
      })
  void dropsWhatIsOverOrBrokenAndKeepsTheRest(String other) {
    assertThat(windows(other.replace("TIMES", Windows.TIMES) + "," + GOOD))
        .extracting(MaintenanceWindow::name)
        .containsExactly("good");
  }

  @Test
  void keepsTheFirstTen() {
    var many =
        IntStream.range(0, 30)
            .mapToObj(each ->
                """
                {'name': 'day %1$s', 'status': 'scheduled',
                 'scheduled_for': '2026-07-%1$sT10:00:00Z', 'scheduled_until': '2026-07-%1$sT11:00:00Z'}
                """
                    .formatted(30 - each))
            .filter(each -> !each.matches("(?s).*'day \\d'.*"))
            .toList();

    assertThat(windows(String.join(",", many)))
        .extracting(MaintenanceWindow::name)
        .containsExactlyElementsOf(
            IntStream.range(10, 20).mapToObj(each -> "day " + each).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'New database'               | New database",
        "' two\\n lines\\u0000\\u202e ' | two lines",
        "'card 4111 1111 1111 1111'   | card ***************1111",
        "''                           | maintenance",
        "null                         | maintenance",
        "['x']                        | maintenance",
      })
  void makesOneHarmlessLineOfTheName(String name, String line) {
    assertThat(nameOf(name)).isEqualTo(line);
  }

  @Test
  void cutsALongNameBetweenCharacters() {
    assertThat(nameOf("'" + "x".repeat(120) + "'")).isEqualTo("x".repeat(120));
    assertThat(nameOf("'" + "🔧".repeat(121) + "'")).isEqualTo("🔧".repeat(119) + "…");
  }

  private static String nameOf(String json) {
    return windows("{'name': %s, 'status': 'scheduled', %s}".formatted(json, Windows.TIMES))
        .getFirst()
        .name();
  }

  private static List<MaintenanceWindow> windows(String list) {
    return new StatusSummary(List.of(new Component("CPS", "operational")), Windows.list(list))
        .observe("CPS", NOW)
        .maintenance();
  }

  private static MaintenanceWindow window(String name, String from, String until) {
    return new MaintenanceWindow(name, Instant.parse(from), Instant.parse(until));
  }
}
