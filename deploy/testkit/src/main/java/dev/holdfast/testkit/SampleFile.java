package dev.holdfast.testkit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.testkit.StoredSample.Verdict.Failed;
import dev.holdfast.testkit.StoredSample.Verdict.Left;
import dev.holdfast.testkit.StoredSample.Verdict.Lost;
import dev.holdfast.testkit.StoredSample.Verdict.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Samples that one version writes and another reads: its format changes only with all versions. */
record SampleFile(Path file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  void write(List<StoredSample> samples) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), samples);
    System.out.printf("%s: %d samples written%n", file.getFileName(), samples.size());
  }

  /**
   * Reads and prints what became of them.
   *
   * @param areNewer what a newer version wrote may be left for it; what an older one wrote must be
   *     read
   * @return whether none was lost, nor read in another way than these
   */
  boolean read(RowSamples ours, boolean areNewer) throws IOException {
    var others = JSON.readValue(file.toFile(), new TypeReference<List<StoredSample>>() {});
    int read = 0;
    var wrong = new ArrayList<String>();
    for (var sample : others) {
      switch (ours.read(sample)) {
        case Read _ -> read++;
        case Left(var why) when areNewer -> System.out.println("left for it: " + why);
        case Left _, Lost _, Failed _ -> wrong.add(ours.told(sample));
      }
    }
    int left = others.size() - read - wrong.size();
    System.out.printf(
        "%s: %d samples, %d read, %d left for a newer version, %d wrong%n",
        file.getFileName(), others.size(), read, left, wrong.size());
    wrong.forEach(System.out::println);
    return wrong.isEmpty() && !others.isEmpty();
  }
}
