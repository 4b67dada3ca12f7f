package dev.holdfast.testkit;

import dev.holdfast.testkit.StoredSample.Verdict;
import dev.holdfast.testkit.StoredSample.Verdict.Failed;
import dev.holdfast.testkit.StoredSample.Verdict.Left;
import dev.holdfast.testkit.StoredSample.Verdict.Lost;
import dev.holdfast.testkit.StoredSample.Verdict.Read;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a service in many states, and how its readers read them; for its own tests, and for
 * {@code deploy/readers}, which gives the rows of one version to the readers of another.
 */
public final class RowSamples {
  private static final String TEXT = "text";

  private final Map<String, Reader> readers = new LinkedHashMap<>();
  private final List<StoredSample> samples = new ArrayList<>();
  private final NewerRows newer;
  private final Class<? extends RuntimeException> left;

  /** What it does not know of a row, the columns of later migrations, stays in the database. */
  private record Reader(
      Set<String> columns, Apart apart, UnaryOperator<Map<String, String>> again) {}

  /**
   * Columns that need not be the same when a row is written back.
   *
   * @param derived from others, for queries: nobody reads them, so they may be unknown
   * @param anew decided anew with each change: what is unknown of them must be left all the same
   */
  public record Apart(Set<String> derived, Set<String> anew) {
    /** All columns must be the same. */
    public static final Apart NONE = new Apart(Set.of(), Set.of());
  }

  /**
   * None yet.
   *
   * @param service the root package; the constants of its enums are what may be unknown in a row
   * @param left what a reader throws that leaves a row to a newer version
   */
  public RowSamples(String service, Class<? extends RuntimeException> left) {
    this.newer = NewerRows.of(service);
    this.left = left;
  }

  /**
   * Rows of one table.
   *
   * @param again what the row becomes that is read and written back
   */
  public <R> RowSamples rows(Class<R> type, Apart apart, UnaryOperator<R> again, List<R> rows) {
    return add(
        type.getSimpleName(),
        new Reader(
            StoredColumns.names(type),
            apart,
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
            Set.of(TEXT),
            Apart.NONE,
            columns -> Map.of(TEXT, again.apply(columns.getOrDefault(TEXT, "")))),
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

  /** What this version does not read as it wrote it. */
  public List<String> notRead() {
    return samples.stream().filter(each -> !(read(each) instanceof Read)).map(this::told).toList();
  }

  /**
   * What this version does not leave alone though a newer one may have stored it: each sample with
   * one thing that nobody here knows, in each place where there may be one.
   */
  public List<String> notLeft() {
    return samples.stream()
        .flatMap(newer::of)
        .filter(changed -> !isLeft(changed))
        .map(changed -> told(changed.sample()))
        .toList();
  }

  private boolean isLeft(NewerRows.Changed changed) {
    var reader = readers.get(changed.sample().kind());
    boolean mayBeUnknown = reader != null && reader.apart().derived().contains(changed.column());
    return switch (read(changed.sample())) {
      case Left _ -> true;
      case Read _, Lost _ -> mayBeUnknown;
      case Failed _ -> false;
    };
  }

  String told(StoredSample sample) {
    return sample + "%n    ".formatted() + read(sample);
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
      return keeps(reader.apart(), before, after) ? new Read() : new Lost(before, after);
    } catch (RuntimeException failure) {
      return leaves(failure) ? new Left(String.valueOf(failure.getMessage())) : new Failed(failure);
    }
  }

  private static boolean keeps(Apart apart, Map<String, String> before, Map<String, String> after) {
    return before.entrySet().stream()
        .filter(column -> !apart.derived().contains(column.getKey()))
        .filter(column -> !apart.anew().contains(column.getKey()))
        .allMatch(
            column -> NewerRows.keeps(column.getValue(), after.getOrDefault(column.getKey(), "")));
  }

  private boolean leaves(@Nullable Throwable failure) {
    return failure != null && (left.isInstance(failure) || leaves(failure.getCause()));
  }

  /** {@code write <file>}, or {@code read <file> newer|older}: of whom these samples are. */
  public void run(String[] arguments) throws IOException {
    var exchange = new SampleFile(Path.of(arguments[1]));
    if (arguments[0].equals("write")) {
      exchange.write(samples);
    } else if (!exchange.read(this, arguments[2].equals("newer"))) {
      System.exit(1);
    }
  }
}
