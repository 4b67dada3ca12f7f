package dev.holdfast.infrastructure;

import dev.holdfast.contracts.Topic;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes what every service expects to find: topics and schemas. Harmless when done again. */
public final class Provisioning {
  private static final short COPIES = 3;
  private static final int CALL_MILLIS = 20_000;

  private Provisioning() {}

  /**
   * Creates the topics that are missing, as {@link Topic} describes them: with three copies of
   * which two must confirm a write where there are three brokers, else with one. A topic that
   * exists is left as it is.
   *
   * @throws IllegalStateException if the broker refuses or does not answer
   */
  public static void createTopics(String bootstrapServers) {
    try (var admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, CALL_MILLIS))) {
      int brokers = admin.describeCluster().nodes().get().size();
      var topics = Arrays.stream(Topic.values()).map(topic -> asNew(topic, brokers)).toList();
      for (var created : admin.createTopics(topics).values().values()) {
        try {
          created.get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Topics not created at " + bootstrapServers + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while creating topics", e);
    }
  }

  /**
   * Registers the schema of each topic, and has the registry check every later version against all
   * earlier ones, both ways.
   *
   * @throws IllegalStateException if the registry holds versions with which this build is not
   *     compatible, or does not answer as it should
   */
  public static void registerSchemas(URI schemaRegistry) {
    try (var subjects = new SchemaSubjects(schemaRegistry)) {
      for (var topic : Topic.values()) {
        subjects.register(topic.subject(), topic.registered().toString());
        subjects.guard(topic.subject());
      }
    }
  }

  static NewTopic asNew(Topic topic, int brokers) {
    boolean copied = brokers >= COPIES;
    var settings = new HashMap<>(topic.settings());
    settings.put("min.insync.replicas", copied ? "2" : "1");
    return new NewTopic(topic.topicName(), topic.partitions(), copied ? COPIES : 1)
        .configs(settings);
  }
}
