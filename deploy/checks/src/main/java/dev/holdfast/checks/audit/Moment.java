package dev.holdfast.checks.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The tables of all services that write a topic, each as of a moment before this was opened. */
final class Moment implements AutoCloseable {
  private final Subject subject;
  private final List<Snapshot> snapshots = new ArrayList<>();

  private Moment(Subject subject) {
    this.subject = subject;
  }

  static Moment of(Subject subject, Addresses addresses) {
    Moment moment = new Moment(subject);
    try {
      subject
          .writers()
          .forEach(writer -> moment.snapshots.add(Snapshot.of(writer, addresses.database(writer))));
      return moment;
    } catch (Unreachable silent) {
      moment.close();
      throw silent;
    }
  }

  List<Snapshot> snapshots() {
    return snapshots;
  }

  /** The rows of these keys; null: all. */
  void rows(@Nullable Collection<Key> keys, BiConsumer<Key, Snapshot.Row> reader) {
    for (Snapshot snapshot : snapshots) {
      snapshot.rows(
          subject.table(),
          keys == null ? null : subject.rowKeys(snapshot.service(), keys),
          row -> reader.accept(subject.key(snapshot.service(), row.key()), row));
    }
  }

  @Override
  public void close() {
    snapshots.forEach(Snapshot::close);
  }
}
