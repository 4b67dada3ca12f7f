package dev.holdfast.benchmarks.counters;

import dev.holdfast.contracts.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts records by the ends of the topics' partitions; it reads none. */
final class TopicRecords implements AutoCloseable {
  private static final List<TopicPartition> PARTITIONS =
      Arrays.stream(Topic.values())
          .flatMap(topic ->
              IntStream.range(0, topic.partitions())
                  .mapToObj(number -> new TopicPartition(topic.topicName(), number)))
          .toList();

  private final KafkaConsumer<byte[], byte[]> consumer;

  TopicRecords(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  void addTo(Map<String, Long> counts) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(PARTITIONS);
    counts.put(Reading.RECORDS, ends.values().stream().mapToLong(end -> end).sum());
    for (TopicPartition partition : PARTITIONS) {
      counts.merge(
          Reading.of(Reading.RECORDS, partition.topic()),
          ends.getOrDefault(partition, 0L),
          Long::sum);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
