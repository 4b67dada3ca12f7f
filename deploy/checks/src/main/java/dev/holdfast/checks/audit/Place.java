package dev.holdfast.checks.audit;

/** Where a record is: on the topic, or not yet. */
sealed interface Place {
  /** It can be read there again. */
  record OnTopic(int partition, long offset) implements Place {
    @Override
    public String toString() {
      return "partition " + partition + ", offset " + offset;
    }
  }

  /** It waits in the outbox of its service, or was set aside there. */
  record AtService() implements Place {
    @Override
    public String toString() {
      return "not sent yet";
    }
  }
}
