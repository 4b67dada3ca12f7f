package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {
  static Stream<Exception> finalAnswers() {
    return Stream.of(
        new RecordTooLargeException(),
        new UnknownTopicOrPartitionException(),
        new InvalidTopicException(),
        new TopicAuthorizationException("journal.v1"),
        new InvalidRecordException("no key"));
  }

  static Stream<Exception> outages() {
    return Stream.of(
        new TimeoutException("120000 ms has passed since batch creation"),
        new NotLeaderOrFollowerException(),
        new KafkaException("Producer is closed forcefully."),
        new IllegalStateException("Cannot perform operation after producer has been closed"));
  }

  @ParameterizedTest
  @MethodSource("finalAnswers")
  void saysWhatMustBeMendedWhereNoOtherTryHelps(Exception answer) {
    assertThat(Refusal.of("journal.v1", new ExecutionException(answer)))
        .hasValueSatisfying(
            why -> assertThat(why).hasSizeGreaterThan(20).doesNotContain("Exception"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void isEmptyWhereTheBrokerMayTakeItLater(Exception outage) {
    assertThat(Refusal.of("journal.v1", new ExecutionException(outage))).isEmpty();
  }
}
