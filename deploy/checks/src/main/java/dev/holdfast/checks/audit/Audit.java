package dev.holdfast.checks.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads every topic that the system writes from its start and compares it with the tables: nothing
 * may be in one and not in the other. It changes nothing, and may run at any time; a quiet system
 * is compared fastest.
 */
public final class Audit {
  private final Addresses addresses;

  private Audit(Addresses addresses) {
    this.addresses = addresses;
  }

  /** An audit of the system at these addresses. */
  public static Audit of(Addresses addresses) {
    return new Audit(addresses);
  }

  /**
   * Compares everything, one topic after the other.
   *
   * @throws Unreachable if the broker, the registry or a database does not answer; in a sentence
   */
  public Report run() {
    List<TopicFigures> topics = new ArrayList<>();
    try (TopicTail tail = new TopicTail(addresses.kafka());
        WriterSchemas schemas = new WriterSchemas(addresses.registry())) {
      for (Subject subject : Subject.ALL) {
        topics.add(new Comparison(subject, addresses, tail, schemas).run());
      }
    }
    return new Report(topics);
  }
}
