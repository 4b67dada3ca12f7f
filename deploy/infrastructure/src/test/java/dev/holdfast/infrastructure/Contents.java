package dev.holdfast.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.contracts.Topic;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts something into each part of an infrastructure, and looks whether it is there. */
record Contents(Infrastructure infrastructure) {
  private static final TopicPartition PARTITION =
      new TopicPartition(Topic.SESSION_CLOSED.topicName(), 0);

  void publish(String text) throws ExecutionException, InterruptedException {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", infrastructure.bootstrapServers(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var bytes = text.getBytes(UTF_8);
      producer
          .send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), bytes, bytes))
          .get();
    }
  }

  List<String> published() {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", infrastructure.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
      var seen = new ArrayList<String>();
      while (consumer.position(PARTITION) < end) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(message -> seen.add(new String(message.value(), UTF_8)));
      }
      return seen;
    }
  }

  void write(String text) throws SQLException {
    try (var connection = connect();
        var insert = connection.prepareStatement("insert into note values (?)")) {
      connection.createStatement().execute("create table if not exists note (text text)");
      insert.setString(1, text);
      insert.executeUpdate();
    }
  }

  List<String> written() throws SQLException {
    return ask("select text from note");
  }

  /** The first column of each row. */
  List<String> ask(String query) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  int register(Topic topic) {
    try (var subjects = new SchemaSubjects(infrastructure.schemaRegistry())) {
      return subjects.register(topic.subject(), topic.registered().toString());
    }
  }

  private Connection connect() throws SQLException {
    var database = infrastructure.database("contents");
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }
}
