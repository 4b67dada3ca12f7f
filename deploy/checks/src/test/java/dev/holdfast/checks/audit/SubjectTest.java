package dev.holdfast.checks.audit;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.contracts.Topic;
import dev.holdfast.launcher.system.Service;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubjectTest {
  /** Fields that no table holds, or that name the row: each new field of a schema is decided on. */
  private static final Map<Topic, Set<String>> NOT_COMPARED =
      Map.of(
          // The environment is the deployment's; the change is the version's, not the row's.
          Topic.CPOS, Set.of("version", "occurredAt"),
          Topic.TERMINALS, Set.of("version", "change", "environment"),
          Topic.VENDORS, Set.of("version"),
          // What was released follows from the other amounts; the request is told once.
          Topic.AUTHORIZATIONS, Set.of("version", "change", "released", "request"),
          // The state is what the other fields are made of, the taxes too.
          Topic.SETTLEMENTS, Set.of("version", "change", "state", "taxes"),
          // Where an entry comes from follows from its payment: its row holds none of it.
          Topic.JOURNAL,
              Set.of(
                  "reverses", "attempt", "gatewayReference", "suppliedAt", "taxes", "payoutName"),
          Topic.BOOKING_DAYS, Set.of(),
          // Place and bytes are the row's name; each side takes its own time.
          Topic.PARKED, Set.of("topic", "partition", "offset", "key", "value", "parkedAt"));

  static List<Subject> subjects() {
    return Subject.ALL;
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void everyFieldIsComparedOrLeftOutKnowingly(Subject subject) {
    Set<String> said =
        subject.topic().schema().getFields().stream().map(Schema.Field::name).collect(toSet());
    Set<String> leftOut = NOT_COMPARED.get(subject.topic());

    assertThat(said).containsAll(subject.compared()).containsAll(leftOut);
    said.removeAll(subject.compared());
    assertThat(said).isEqualTo(leftOut);
  }

  @Test
  void everyTopicThatThisSystemWritesIsAudited() {
    Set<Topic> others = EnumSet.allOf(Topic.class);
    Subject.ALL.forEach(subject -> others.remove(subject.topic()));

    assertThat(others).containsExactlyInAnyOrder(Topic.SESSION_STARTED, Topic.SESSION_CLOSED);
  }

  @Test
  void parkedRecordsAreOfOneService() {
    Subject parked = subject(Topic.PARKED);
    Key key = parked.key(Service.SESSION_SETTLEMENT, "session-closed.v1/1/2/abc");

    assertThat(key).hasToString("session-settlement: session-closed.v1/1/2/abc");
    assertThat(parked.rowKeys(Service.SESSION_SETTLEMENT, List.of(key)))
        .containsExactly("session-closed.v1/1/2/abc");
    assertThat(parked.rowKeys(Service.TERMINAL_REGISTRY, List.of(key))).isEmpty();
  }

  @Test
  void aKeyThatNoTableCanHoldIsNotLookedFor() {
    assertThat(
            subject(Topic.TERMINALS)
                .rowKeys(Service.TERMINAL_REGISTRY, List.of(Key.of("a\0b"), Key.of("c"))))
        .containsExactly("c");
  }

  @Test
  void onlyWhatTheTopicMayHaveForgottenIsOlderThanIt() {
    OffsetDateTime old = OffsetDateTime.now(ZoneOffset.UTC).minusDays(401);

    assertThat(subject(Topic.AUTHORIZATIONS).outlives(old)).isTrue();
    assertThat(subject(Topic.AUTHORIZATIONS).outlives(old.plusDays(2))).isFalse();
    assertThat(subject(Topic.JOURNAL).outlives(old)).isFalse();
    assertThat(subject(Topic.TERMINALS).outlives(old)).isFalse();
  }

  private static Subject subject(Topic topic) {
    return Subject.ALL.stream().filter(one -> one.topic() == topic).findFirst().orElseThrow();
  }
}
