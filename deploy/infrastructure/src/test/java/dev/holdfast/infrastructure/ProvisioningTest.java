package dev.holdfast.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.contracts.Topic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvisioningTest {
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 1, 1", "3, 3, 2", "7, 3, 2"})
  void copiesDependOnTheNumberOfBrokers(int brokers, short copies, String confirmed) {
    var topic = Provisioning.asNew(Topic.JOURNAL, brokers);
    assertThat(topic.replicationFactor()).isEqualTo(copies);
    assertThat(topic.configs()).containsEntry("min.insync.replicas", confirmed);
  }

  @ParameterizedTest
  @CsvSource({"JOURNAL, retention.ms, -1", "TERMINALS, cleanup.policy, compact"})
  void aTopicIsMadeWithItsOwnSettings(Topic topic, String setting, String value) {
    var made = Provisioning.asNew(topic, 3);
    assertThat(made.name()).isEqualTo(topic.topicName());
    assertThat(made.numPartitions()).isEqualTo(topic.partitions());
    assertThat(made.configs()).containsEntry(setting, value);
  }
}
