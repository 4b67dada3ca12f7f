package dev.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopicTest {
  private static final String LAG = millisOfDays(14);

  @ParameterizedTest(name = "{0}")
  @MethodSource("topics")
  void isWhatTheDesignSays(
      String name, Topic topic, String recordName, String key, Map<String, String> settings) {
    assertThat(topic.topicName()).isEqualTo(name);
    assertThat(topic.subject()).isEqualTo(name + "-value");
    assertThat(topic.schema().getFullName()).isEqualTo("dev.holdfast.events." + recordName);
    assertThat(topic.key()).isEqualTo(key);
    assertThat(topic.partitions()).isEqualTo(6);
    assertThat(topic.settings()).isEqualTo(settings);
  }

  static Stream<Arguments> topics() {
    return Stream.of(
        arguments(
            "session-started.v1",
            Topic.SESSION_STARTED,
            "SessionStarted",
            "reference",
            deleteAfterDays(30)),
        arguments(
            "session-closed.v1",
            Topic.SESSION_CLOSED,
            "SessionClosed",
            "reference",
            deleteAfterDays(30)),
        arguments("terminals.v1", Topic.TERMINALS, "TerminalChanged", "serial", compact()),
        arguments(
            "vendors.v1", Topic.VENDORS, "VendorChanged", "vendor/vendorEnvironment", compact()),
        arguments("cpos.v1", Topic.CPOS, "CpoChanged", "cpoId", compact()),
        arguments(
            "authorizations.v1",
            Topic.AUTHORIZATIONS,
            "AuthorizationChanged",
            "reference",
            compactAndDeleteAfterDays(400)),
        arguments(
            "settlements.v1",
            Topic.SETTLEMENTS,
            "SettlementChanged",
            "reference",
            compactAndDeleteAfterDays(400)),
        arguments(
            "journal.v1",
            Topic.JOURNAL,
            "JournalEntryPosted",
            "reference",
            Map.of("cleanup.policy", "delete", "retention.ms", "-1")),
        arguments(
            "booking-days.v1",
            Topic.BOOKING_DAYS,
            "BookingDaysChanged",
            "cpoId",
            Map.of("cleanup.policy", "delete", "retention.ms", "-1")),
        arguments(
            "parked.v1",
            Topic.PARKED,
            "ParkedRecord",
            "the record's own key",
            deleteAfterDays(90)));
  }

  @Test
  void noTopicIsMissingAbove() {
    assertThat(topics().map(row -> (Topic) row.get()[1])).containsExactlyInAnyOrder(Topic.values());
  }

  @Test
  void knowsWhichOfItsFieldsAreIdentifiers() {
    assertThat(Topic.SESSION_CLOSED.identifiers()).containsOnly("sessionId", "evseId");
    assertThat(Topic.TERMINALS.identifiers())
        .containsOnly("serial", "cpoId", "chargerId", "evseIds");
    assertThat(Topic.AUTHORIZATIONS.identifiers())
        .containsOnly(
            "terminalSerial", "cpoId", "evseId", "attempts.gatewayReference", "request.key");
    assertThat(Topic.VENDORS.identifiers()).isEmpty();
  }

  private static Map<String, String> deleteAfterDays(int days) {
    return Map.of("cleanup.policy", "delete", "retention.ms", millisOfDays(days));
  }

  private static Map<String, String> compact() {
    return Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", LAG);
  }

  private static Map<String, String> compactAndDeleteAfterDays(int days) {
    return Map.of(
        "cleanup.policy",
        "compact,delete",
        "min.compaction.lag.ms",
        LAG,
        "retention.ms",
        millisOfDays(days));
  }

  private static String millisOfDays(int days) {
    return Long.toString(Duration.ofDays(days).toMillis());
  }
}
