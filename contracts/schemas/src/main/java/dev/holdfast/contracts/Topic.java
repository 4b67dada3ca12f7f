package dev.holdfast.contracts;

import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.BookingDaysChanged;
import dev.holdfast.events.CpoChanged;
import dev.holdfast.events.JournalEntryPosted;
import dev.holdfast.events.ParkedRecord;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.events.SessionStarted;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.events.VendorChanged;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/** The one place for what a topic is: its name, record, key, partitions and retention. */
@SuppressWarnings("ImmutableEnumChecker") // a schema and a Map.of are not changed once made
public enum Topic {
  SESSION_STARTED(
      "session-started.v1",
      SessionStarted.getClassSchema(),
      "reference",
      Cleanup.deleteAfter(Duration.ofDays(30))),
  SESSION_CLOSED(
      "session-closed.v1",
      SessionClosed.getClassSchema(),
      "reference",
      Cleanup.deleteAfter(Duration.ofDays(30))),
  CPOS("cpos.v1", CpoChanged.getClassSchema(), "cpoId", Cleanup.compact()),
  TERMINALS("terminals.v1", TerminalChanged.getClassSchema(), "serial", Cleanup.compact()),
  VENDORS(
      "vendors.v1", VendorChanged.getClassSchema(), "vendor/vendorEnvironment", Cleanup.compact()),
  AUTHORIZATIONS(
      "authorizations.v1",
      AuthorizationChanged.getClassSchema(),
      "reference",
      Cleanup.compactAndDeleteAfter(Duration.ofDays(400))),
  SETTLEMENTS(
      "settlements.v1",
      SettlementChanged.getClassSchema(),
      "reference",
      Cleanup.compactAndDeleteAfter(Duration.ofDays(400))),
  JOURNAL("journal.v1", JournalEntryPosted.getClassSchema(), "reference", Cleanup.keepForEver()),
  BOOKING_DAYS(
      "booking-days.v1", BookingDaysChanged.getClassSchema(), "cpoId", Cleanup.keepForEver()),
  PARKED(
      "parked.v1",
      ParkedRecord.getClassSchema(),
      "the record's own key",
      Cleanup.deleteAfter(Duration.ofDays(90)));

  private static final int PARTITIONS = 6;

  private final String topicName;
  private final Schema schema;
  private final Schema registered;
  private final Set<String> identifiers;
  private final String key;
  private final Cleanup cleanup;

  Topic(String topicName, Schema schema, String key, Cleanup cleanup) {
    this.topicName = topicName;
    this.schema = schema;
    this.registered = withoutWhatOnlyJavaReads(schema);
    this.identifiers = Identifiers.of(schema);
    this.key = key;
    this.cleanup = cleanup;
  }

  /** The name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** The schema that this build writes and reads with, in Java's classes. */
  public Schema schema() {
    return schema;
  }

  /** The same schema as it is registered and documented: for any language. */
  public Schema registered() {
    return registered;
  }

  /**
   * The fields that hold an identifier by contract, such as {@code attempts.gatewayReference}: the
   * schema marks them. Whoever made it may have made it of digits alone, so it is never taken for a
   * card number.
   */
  public Set<String> identifiers() {
    return identifiers;
  }

  private static Schema withoutWhatOnlyJavaReads(Schema schema) {
    String property = "\"avro.java.string\":\"String\"";
    return new Schema.Parser()
        .parse(
            schema
                .toString()
                .replace("{\"type\":\"string\"," + property + "}", "\"string\"")
                .replace("," + property, ""));
  }

  /** What a record's key is, in words. */
  public String key() {
    return key;
  }

  /** The subject in the schema registry: {@code <topic>-value}. */
  public String subject() {
    return topicName + "-value";
  }

  /** How many partitions the topic is made with. */
  public int partitions() {
    return PARTITIONS;
  }

  /** The topic's own settings on the broker (Kafka's names), for who creates it. */
  public Map<String, String> settings() {
    return cleanup.settings();
  }

  /** How long the broker keeps records. */
  private record Cleanup(Map<String, String> settings) {
    /** Full history for so long before compaction may drop what newer records replace. */
    private static final Duration COMPACTION_LAG = Duration.ofDays(14);

    static Cleanup deleteAfter(Duration age) {
      return new Cleanup(Map.of("cleanup.policy", "delete", "retention.ms", millis(age)));
    }

    static Cleanup keepForEver() {
      return new Cleanup(Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
    }

    static Cleanup compact() {
      return new Cleanup(
          Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", millis(COMPACTION_LAG)));
    }

    static Cleanup compactAndDeleteAfter(Duration age) {
      return new Cleanup(
          Map.of(
              "cleanup.policy", "compact,delete",
              "min.compaction.lag.ms", millis(COMPACTION_LAG),
              "retention.ms", millis(age)));
    }

    private static String millis(Duration duration) {
      return Long.toString(duration.toMillis());
    }
  }
}
