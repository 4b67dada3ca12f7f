package dev.holdfast.local.audit;

/** Where a record is: on the topic, or still in the outbox. */
sealed interface Place {
  /** It can be read there again. */
  record OnTopic(int partition, long offset) implements Place {
    @Override
    public String toString() {
      return "partition " + partition + ", offset " + offset;
    }
  }

  /** It waits there to be sent. */
  record InOutbox() implements Place {
    @Override
    public String toString() {
      return "the outbox";
    }
  }
}
