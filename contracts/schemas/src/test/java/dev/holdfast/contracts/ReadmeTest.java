package dev.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  /** Cells: topic, record, key, partitions, cleanup, written by, read by. */
  private static final int CELLS_THAT_THE_CODE_KNOWS = 5;

  @Test
  void theTableOfTopicsSaysWhatTheCodeSays() throws IOException {
    List<String> rows = Stream.of(Topic.values()).map(ReadmeTest::row).toList();

    assertThat(rowsOfReadme()).containsExactlyElementsOf(rows);
  }

  private static List<String> rowsOfReadme() throws IOException {
    return Files.readAllLines(Path.of("README.md")).stream()
        .filter(line -> line.matches("\\| `[a-z-]+\\.v[0-9]+` .*"))
        .map(ReadmeTest::cellsThatTheCodeKnows)
        .toList();
  }

  private static String cellsThatTheCodeKnows(String line) {
    return Stream.of(line.substring(1).split("\\|"))
        .map(String::strip)
        .limit(CELLS_THAT_THE_CODE_KNOWS)
        .reduce("", (cells, cell) -> cells + "| " + cell + " ");
  }

  private static String row(Topic topic) {
    return "| `%s` | %s | %s | %d | %s "
        .formatted(
            topic.topicName(),
            topic.schema().getName(),
            topic.key(),
            topic.partitions(),
            cleanup(topic));
  }

  private static String cleanup(Topic topic) {
    String lag = days(topic, "min.compaction.lag.ms");
    String age = days(topic, "retention.ms");
    return switch (topic.settings().getOrDefault("cleanup.policy", "")) {
      case "compact" -> "compact after " + lag;
      case "compact,delete" -> "compact after " + lag + ", delete after " + age;
      case "delete" -> age.startsWith("-") ? "keep for ever" : "delete after " + age;
      default -> "unknown";
    };
  }

  private static String days(Topic topic, String setting) {
    long millis = Long.parseLong(topic.settings().getOrDefault(setting, "-1"));
    return millis < 0 ? "-" : Duration.ofMillis(millis).toDays() + " d";
  }
}
