package dev.holdfast.infrastructure;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kafka's settings for one broker that is its own controller: embedded or in a container. */
record BrokerSettings(Map<String, String> settings) {
  // Any fixed id does: the cluster has one member.
  static final String CLUSTER_ID = "aG9sZGZhc3QtYnJva2VyLQ";

  /**
   * Settings for these addresses, each {@code host:port}.
   *
   * @param listener where clients are listened to
   * @param advertised what clients are told
   * @param controller where the broker speaks to itself
   */
  static BrokerSettings of(String listener, String advertised, String controller, String records) {
    return new BrokerSettings(
        Stream.of(
                Map.of(
                    "process.roles", "broker,controller",
                    "node.id", "1",
                    "controller.quorum.voters", "1@" + controller,
                    "listeners", "CLIENT://" + listener + ",CONTROLLER://" + controller,
                    "advertised.listeners", "CLIENT://" + advertised,
                    "listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                    "inter.broker.listener.name", "CLIENT",
                    "controller.listener.names", "CONTROLLER",
                    "log.dirs", records,
                    // A topic that nobody provisioned is a mistake, not a wish.
                    "auto.create.topics.enable", "false"),
                // Whoever comes may do what nobody has forbidden; so that it can be forbidden.
                Map.of(
                    "authorizer.class.name",
                    "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                    "allow.everyone.if.no.acl.found",
                    "true"),
                // There is one member to wait for, and one broker to hold copies. After a kill the
                // broker is let in again when its old session is over.
                Map.of(
                    "broker.session.timeout.ms", "4000",
                    "broker.heartbeat.interval.ms", "500",
                    "group.initial.rebalance.delay.ms", "0",
                    "offsets.topic.replication.factor", "1",
                    "offsets.topic.num.partitions", "8",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1",
                    "transaction.state.log.num.partitions", "8",
                    "share.coordinator.state.topic.replication.factor", "1",
                    "share.coordinator.state.topic.min.isr", "1"))
            .flatMap(some -> some.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * One more listener for clients, which are told another address than the one that it is at.
   *
   * @param name in capitals
   */
  BrokerSettings withListener(String name, String listener, String advertised) {
    var more = new TreeMap<>(settings);
    append(more, "listeners", name + "://" + listener);
    append(more, "advertised.listeners", name + "://" + advertised);
    append(more, "listener.security.protocol.map", name + ":PLAINTEXT");
    more.put("listener.name." + name.toLowerCase(Locale.ROOT) + ".num.network.threads", "1");
    return new BrokerSettings(more);
  }

  private static void append(Map<String, String> settings, String name, String value) {
    settings.merge(name, value, (before, one) -> before + "," + one);
  }

  /** As Kafka's settings file has them. */
  String asProperties() {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
        .sorted()
        .collect(Collectors.joining());
  }

  /** As Kafka's images take them. */
  Map<String, String> asEnvironment() {
    return settings.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                setting -> "KAFKA_" + setting.getKey().toUpperCase(Locale.ROOT).replace('.', '_'),
                Map.Entry::getValue));
  }
}
