package dev.holdfast.delivery;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** The broker's answers that no other try will change. */
final class Refusal {
  private Refusal() {}

  /** What must be mended, in words; empty where another try may end otherwise. */
  static Optional<String> of(String topic, @Nullable Throwable failure) {
    return Optional.ofNullable(
        switch (failure) {
          case ExecutionException wrapped -> of(topic, wrapped.getCause()).orElse(null);
          case RecordTooLargeException tooLarge ->
              "The record is larger than the broker takes. Raise max.message.bytes of "
                  + topic
                  + " (and max.request.size of this service, if it is below), then send it again.";
          case UnknownTopicOrPartitionException missing ->
              "The broker has no topic " + topic + ". Create it, then send the record again.";
          case InvalidTopicException invalid ->
              "The broker takes " + topic + " for no name of a topic. Mend it, then send it again.";
          case TopicAuthorizationException forbidden ->
              "This service may not write to "
                  + topic
                  + ". Allow it at the broker, then send the record again.";
          case InvalidRecordException invalid ->
              "The broker refuses the record for what is in it: " + invalid.getMessage();
          case null, default -> null;
        });
  }
}
