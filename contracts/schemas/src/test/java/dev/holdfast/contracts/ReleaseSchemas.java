package dev.holdfast.contracts;

import org.junit.jupiter.api.Test;

/**
 * Not a check but a command, which the build never runs by itself:
 *
 * <pre>./mvnw -pl contracts/schemas test -Dtest=ReleaseSchemas</pre>
 */
class ReleaseSchemas {
  @Test
  void writesTheNextReleasedCopyOfEverySchemaThatChanged() {
    ReleasedSchemas released = ReleasedSchemas.ofProject();
    for (Topic topic : Topic.values()) {
      String result =
          released
              .release(topic, topic.registered())
              .map(copy -> "released as " + copy)
              .orElse("unchanged");
      System.out.println(topic.topicName() + ": " + result);
    }
  }
}
