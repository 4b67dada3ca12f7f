package dev.holdfast.checks.audit;

/**
 * One thing that the topics and the tables do not agree on.
 *
 * @param topic its name
 * @param key what it is about, or where it is
 * @param sentence what differs, in words
 */
public record Difference(Kind kind, String topic, String key, String sentence) {

  /** In which way they differ. */
  public enum Kind {
    /** The table has it, and neither the topic nor the outbox: lost. */
    NOT_ON_TOPIC("not on topic"),
    /** The topic has it, and not the table: foreign, or the table was set back. */
    NOT_IN_TABLE("not in table"),
    /** Both have it and say other things, or the topic says it twice and differently. */
    DIFFERING("differing"),
    /** A version appeared first after a later one. */
    OUT_OF_ORDER("out of order"),
    /** A record that nobody can read. */
    UNREADABLE("unreadable"),
    /** Set aside by the relay, because it cannot be sent as it is. */
    SET_ASIDE("set aside");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  @Override
  public String toString() {
    return topic + ": " + sentence;
  }
}
