package dev.holdfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.RowSamples.Apart;
import dev.holdfast.testkit.StoredSample.Verdict.Left;
import dev.holdfast.testkit.StoredSample.Verdict.Lost;
import dev.holdfast.testkit.StoredSample.Verdict.Read;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A check of readers must see a reader that drops, guesses or breaks. */
class RowSamplesTest {
  private static final String INFRASTRUCTURE = "dev.holdfast.infrastructure";

  /** A reader's word for: a newer version wrote it. */
  private static final class Newer extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Row {
    String part = "BROKER";
    @Nullable String tags = "[{\"name\":\"one\"}]";
  }

  @Test
  void readsWhatIsWrittenBackTheSame() {
    var samples = samples(row -> row);
    assertThat(samples.notRead()).isEmpty();
    assertThat(samples.read(samples.samples().getFirst())).isInstanceOf(Read.class);
  }

  @Test
  void seesWhatIsDropped() {
    var samples =
        samples(row -> {
          row.tags = "[{}]";
          return row;
        });
    assertThat(samples.read(samples.samples().getFirst())).isInstanceOf(Lost.class);
    assertThat(samples.notRead()).hasSize(1);
  }

  @Test
  void seesWhatIsForgotten() {
    var samples =
        samples(row -> {
          row.tags = null;
          return row;
        });
    assertThat(samples.read(samples.samples().getFirst())).isInstanceOf(Lost.class);
  }

  @Test
  void seesAReaderThatKnowsNoNewerVersion() {
    assertThat(samples(row -> row).notLeft())
        .hasSize(2)
        .anyMatch(told -> told.contains("an unknown part"))
        .anyMatch(told -> told.contains("an unknown field in tags[0]"));
  }

  @Test
  void seesAReaderThatBreaks() {
    var samples = samples(RowSamplesTest::breaking);
    assertThat(samples.notLeft()).hasSize(2).allMatch(told -> told.contains("Failed"));
    assertThat(samples.read(samples.samples().getFirst())).isInstanceOf(Read.class);
  }

  @Test
  void isContentWithAReaderThatLeavesThem() {
    assertThat(samples(RowSamplesTest::leaving).notLeft()).isEmpty();
  }

  @Test
  void leavesARowOfAKindThatDoesNotExistHere() {
    var stranger = new StoredSample("StrangerRow", "sample 1", new TreeMap<>());
    assertThat(samples(row -> row).read(stranger)).isInstanceOf(Left.class);
  }

  @Test
  void overlooksAColumnOfALaterMigration() {
    var samples = samples(row -> row);
    var later = samples.samples().getFirst().with("later", "new", "a new column");
    assertThat(samples.read(later)).isInstanceOf(Read.class);
  }

  private static RowSamples samples(UnaryOperator<Row> again) {
    return new RowSamples(INFRASTRUCTURE, Newer.class)
        .rows(Row.class, new Apart(Set.of(), Set.of()), again, List.of(new Row()));
  }

  private static boolean isNewer(Row row) {
    return !row.part.equals("BROKER") || String.valueOf(row.tags).contains("ofANewerVersion");
  }

  private static Row breaking(Row row) {
    if (isNewer(row)) {
      throw new IllegalArgumentException("what is that?");
    }
    return row;
  }

  private static Row leaving(Row row) {
    if (isNewer(row)) {
      throw new Newer();
    }
    return row;
  }
}
