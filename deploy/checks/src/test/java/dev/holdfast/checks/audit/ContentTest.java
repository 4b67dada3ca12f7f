package dev.holdfast.checks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentTest {
  private static final Content TABLE =
      Content.ofJson("{\"status\":\"HELD\",\"captured\":\"0 EUR\",\"attempts\":[{\"number\":1}]}");

  @Test
  void orderAndKindOfNumberDoNotMatter() {
    Content topic =
        Content.of(
            Map.of(
                "attempts", List.of(Map.of("number", 1L)), "status", "HELD", "captured", "0 EUR"));

    assertThat(topic.digest()).isEqualTo(TABLE.digest());
    assertThat(topic.differencesFrom(TABLE)).isEmpty();
  }

  @Test
  void nothingIsNothingHoweverItIsWritten() {
    Map<String, Object> topic = new HashMap<>();
    topic.put("reason", null);
    topic.put("evseIds", List.of());
    topic.put("card", Map.of());

    assertThat(Content.of(topic).digest()).isEqualTo(Content.ofJson("{\"card\":null}").digest());
  }

  @Test
  void everyFieldThatDiffersIsNamedWithBothSides() {
    Content topic =
        Content.ofJson("{\"status\":\"CAPTURED\",\"captured\":\"0 EUR\",\"reason\":\"x\"}");

    assertThat(topic.digest()).isNotEqualTo(TABLE.digest());
    assertThat(topic.differencesFrom(TABLE))
        .containsExactly(
            "attempts is nothing on the topic and [{number=1}] in the table",
            "reason is x on the topic and nothing in the table",
            "status is CAPTURED on the topic and HELD in the table");
  }

  @Test
  void orderOfAListMatters() {
    assertThat(Content.ofJson("{\"lines\":[1,2]}").digest())
        .isNotEqualTo(Content.ofJson("{\"lines\":[2,1]}").digest());
  }

  @Test
  void whatTheWriterDidNotKnowIsNotCompared() {
    assertThat(TABLE.only(Set.of("status")).digest())
        .isEqualTo(Content.ofJson("{\"status\":\"HELD\"}").digest());
  }
}
