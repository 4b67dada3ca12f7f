package dev.holdfast.contracts;

import static dev.holdfast.contracts.Samples.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleasedSchemasTest {
  private static final Schema FIRST = Samples.record(List.of(field("detail", "'string'")));
  private static final Schema SECOND =
      Samples.record(List.of(field("detail", "'string'"), field("more", "'string'", "'none'")));
  private static final Schema BREAKING = Samples.record(List.of(field("detail", "'long'")));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Topic.class)
  void whatIsDeployedWasReleasedBefore(Topic topic) {
    assertThat(ReleasedSchemas.ofProject().holds(topic, topic.registered()))
        .as(
            "%s differs from its newest released copy: run ./mvnw -pl contracts/schemas test"
                + " -Dtest=ReleaseSchemas, and commit the file that it writes",
            topic.topicName())
        .isTrue();
  }

  @Test
  void everyReleasedCopyIsOfATopicAndIsNumberedWithoutAGap() throws IOException {
    ReleasedSchemas released = ReleasedSchemas.ofProject();
    long counted = Stream.of(Topic.values()).mapToLong(t -> released.versions(t).size()).sum();
    try (Stream<Path> files = Files.walk(released.folder())) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(Math.toIntExact(counted));
    }
  }

  @Test
  void writesANewVersionForEachChangeAndNothingWithoutOne() throws IOException {
    ReleasedSchemas released = new ReleasedSchemas(folder);

    assertThat(released.release(Topic.PARKED, FIRST)).hasValue(copy("1.avsc"));
    assertThat(released.release(Topic.PARKED, FIRST)).isEmpty();
    String firstCopy = Files.readString(copy("1.avsc"));
    assertThat(released.release(Topic.PARKED, SECOND)).hasValue(copy("2.avsc"));

    assertThat(Files.readString(copy("1.avsc"))).isEqualTo(firstCopy);
    assertThat(released.versions(Topic.PARKED)).containsExactly(FIRST, SECOND);
  }

  @Test
  void refusesToReleaseABreakingChange() {
    ReleasedSchemas released = new ReleasedSchemas(folder);
    released.release(Topic.PARKED, FIRST);

    assertThatThrownBy(() -> released.release(Topic.PARKED, BREAKING))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TYPE_MISMATCH");
    assertThat(copy("2.avsc")).doesNotExist();
  }

  @Test
  void aReleasedCopyOfAnOtherTopicDoesNotCount() {
    ReleasedSchemas released = new ReleasedSchemas(folder);
    released.release(Topic.PARKED, FIRST);

    assertThat(released.holds(Topic.VENDORS, FIRST)).isFalse();
  }

  private Path copy(String name) {
    return folder.resolve("parked.v1").resolve(name);
  }
}
