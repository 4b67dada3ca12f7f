package dev.holdfast.checks.audit;

import java.util.Set;

/** The newest version of a key, kept small. */
final class Seen {
  private static final int NOT_ON_TOPIC = -1;

  private long version;
  private long digest;
  private Set<String> fields = Set.of();
  private int partition = NOT_ON_TOPIC;
  private long offset = NOT_ON_TOPIC;
  private boolean met;

  long version() {
    return version;
  }

  Place place() {
    return partition == NOT_ON_TOPIC ? new Place.AtService() : new Place.OnTopic(partition, offset);
  }

  /** The compared fields that the record's writer knew. */
  Set<String> fields() {
    return fields;
  }

  /** Of what a table says, only what the writer of the record knew is compared. */
  boolean says(Content content) {
    return content.only(fields).digest() == digest;
  }

  /** Does a record of this version say something else? */
  boolean contradicts(Said said) {
    return said.fields().equals(fields) && said.content().digest() != digest;
  }

  void become(Said said, Place place) {
    version = said.version();
    digest = said.content().digest();
    fields = said.fields();
    if (place instanceof Place.OnTopic on) {
      partition = on.partition();
      offset = on.offset();
    } else {
      partition = NOT_ON_TOPIC;
      offset = NOT_ON_TOPIC;
    }
  }

  /** A table has the key, too. */
  void meet() {
    met = true;
  }

  boolean isMet() {
    return met;
  }
}
