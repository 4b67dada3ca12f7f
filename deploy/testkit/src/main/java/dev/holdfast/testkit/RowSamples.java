package dev.holdfast.testkit;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.holdfast.testkit.StoredSample.Verdict;
import dev.holdfast.testkit.StoredSample.Verdict.Failed;
import dev.holdfast.testkit.StoredSample.Verdict.Left;
import dev.holdfast.testkit.StoredSample.Verdict.Lost;
import dev.holdfast.testkit.StoredSample.Verdict.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a service in many states, and how its readers read them; for its own tests, and for
 * {@code deploy/readers}, which gives the rows of one version to the readers of another.
 */
public final class RowSamples {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = "text";

  private final Map<String, Reader> readers = new LinkedHashMap<>();
  private final List<StoredSample> samples = new ArrayList<>();
  private final Set<String> constants;
  private final Class<? extends RuntimeException> left;

  /** What it does not know of a row, the columns of later migrations, stays in the database. */
  private record Reader(Set<String> columns, UnaryOperator<Map<String, String>> again) {}

  /**
   * None yet.
   *
   * @param service the root package; the constants of its enums are what may be unknown in a row
   * @param left what a reader throws that leaves a row to a newer version
   */
  public RowSamples(String service, Class<? extends RuntimeException> left) {
    this.constants = constants(service);
    this.left = left;
  }

  /**
   * Rows of one table.
   *
   * @param again what the row becomes that is read and written back
   */
  public <R> RowSamples rows(Class<R> type, UnaryOperator<R> again, List<R> rows) {
    return add(
        type.getSimpleName(),
        new Reader(
            StoredColumns.names(type),
            columns -> StoredColumns.of(again.apply(StoredColumns.read(type, columns)))),
        rows.stream().map(StoredColumns::of).toList());
  }

  /**
   * Texts of a column that no entity has.
   *
   * @param column as a reader of this would look for it: table.column
   * @param again what the text becomes that is read and written back
   */
  public RowSamples texts(String column, UnaryOperator<String> again, List<String> texts) {
    return add(
        column,
        new Reader(
            Set.of(TEXT), columns -> Map.of(TEXT, again.apply(columns.getOrDefault(TEXT, "")))),
        texts.stream().map(text -> Map.of(TEXT, text)).toList());
  }

  private RowSamples add(String kind, Reader reader, List<? extends Map<String, String>> rows) {
    readers.put(kind, reader);
    for (int i = 0; i < rows.size(); i++) {
      samples.add(new StoredSample(kind, "sample " + (i + 1), new TreeMap<>(rows.get(i))));
    }
    return this;
  }

  /** As this version stores them. */
  public List<StoredSample> samples() {
    return List.copyOf(samples);
  }

  /** As a newer version might store them: each with one thing that this version does not know. */
  public List<StoredSample> ofANewerVersion() {
    var newer = new NewerRows(constants);
    return samples.stream().flatMap(newer::of).toList();
  }

  /** Reads it, and writes it back. */
  public Verdict read(StoredSample sample) {
    var reader = readers.get(sample.kind());
    if (reader == null) {
      return new Left("this version has no " + sample.kind());
    }
    try {
      var before = new TreeMap<>(sample.columns());
      before.keySet().retainAll(reader.columns());
      var after = reader.again().apply(before);
      return keeps(before, after) ? new Read() : new Lost(before, after);
    } catch (RuntimeException failure) {
      return leaves(failure) ? new Left(String.valueOf(failure.getMessage())) : new Failed(failure);
    }
  }

  private static boolean keeps(Map<String, String> before, Map<String, String> after) {
    return before.entrySet().stream()
        .allMatch(
            column -> NewerRows.keeps(column.getValue(), after.getOrDefault(column.getKey(), "")));
  }

  private boolean leaves(@Nullable Throwable failure) {
    return failure != null && (left.isInstance(failure) || leaves(failure.getCause()));
  }

  /** {@code write <file>}, or {@code read <file> newer|older}: of whom these samples are. */
  public void run(String[] arguments) throws IOException {
    var file = Path.of(arguments[1]);
    if (arguments[0].equals("write")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), samples);
      System.out.printf("%s: %d samples written%n", file.getFileName(), samples.size());
    } else {
      var others = JSON.readValue(file.toFile(), new TypeReference<List<StoredSample>>() {});
      if (!report(file, others, arguments[2].equals("newer"))) {
        System.exit(1);
      }
    }
  }

  /** What a newer version wrote may be left for it; what an older one wrote must be read. */
  private boolean report(Path file, List<StoredSample> others, boolean areNewer) {
    int read = 0;
    var wrong = new ArrayList<String>();
    for (var sample : others) {
      switch (read(sample)) {
        case Read _ -> read++;
        case Left(var why) when areNewer -> System.out.println("left for it: " + why);
        case Left _, Lost _, Failed _ -> wrong.add(sample + "\n    " + read(sample));
      }
    }
    System.out.printf(
        "%s: %d samples, %d read, %d left for a newer version, %d wrong%n",
        file.getFileName(), others.size(), read, others.size() - read - wrong.size(), wrong.size());
    wrong.forEach(System.out::println);
    return wrong.isEmpty() && !others.isEmpty();
  }

  private static Set<String> constants(String service) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(service).stream()
            .filter(JavaClass::isEnum)
            .map(JavaClass::reflect)
            .flatMap(type -> Stream.of(type.getEnumConstants()))
            .map(constant -> ((Enum<?>) constant).name())
            .collect(toSet());
  }
}
