package dev.holdfast.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.contracts.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainersIT {
  @BeforeEach
  void needsAContainerEngine() {
    assumeTrue(
        Variant.containerEngineAnswers(),
        "Skipped: no container engine answers here, and there is no other way to test containers.");
  }

  @Test
  void contentsOutliveEachContainer(@TempDir Path folder) throws Exception {
    try (var infrastructure = Containers.in(folder).start(progress -> {})) {
      Provisioning.createTopics(infrastructure.bootstrapServers());
      Provisioning.registerSchemas(infrastructure.schemaRegistry());
      var contents = new Contents(infrastructure);
      contents.publish("before");
      contents.write("before");
      int id = contents.register(Topic.JOURNAL);
      for (var part : Part.values()) {
        infrastructure.kill(part);
        infrastructure.start(part);
        infrastructure.stop(part);
        infrastructure.start(part);
      }
      assertThat(contents.published()).containsExactly("before");
      assertThat(contents.written()).containsExactly("before");
      assertThat(contents.register(Topic.JOURNAL)).isEqualTo(id);
      assertThat(contents.ask("show fsync")).containsExactly("on");
    }
  }
}
