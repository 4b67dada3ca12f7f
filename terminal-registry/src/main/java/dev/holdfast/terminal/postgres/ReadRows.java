package dev.holdfast.terminal.postgres;

import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.terminal.core.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Reads rows, each by itself: the log says why one could not be read. */
final class ReadRows {
  private static final Logger LOG = Logger.getLogger(ReadRows.class);

  private ReadRows() {}

  static <R, T> Rows<T> of(List<R> rows, Function<R, String> id, Function<R, T> reader) {
    var read = new LinkedHashMap<String, T>();
    var left = new LinkedHashMap<String, String>();
    rows.forEach(row -> {
      var each = id.apply(row);
      try {
        read.put(each, reader.apply(row));
      } catch (RuntimeException unreadable) {
        left.put(each, why(each, unreadable));
      }
    });
    return new Rows<>(rows.stream().map(id).toList(), read, left);
  }

  private static String why(String id, RuntimeException unreadable) {
    if (unreadable instanceof WrittenByNewer newer) {
      LOG.warnf("Left alone: %s", newer.getMessage());
      return String.valueOf(newer.getMessage());
    }
    LOG.errorf(unreadable, "%s cannot be read and is left alone", id);
    return id + " cannot be read: the log of this service says why";
  }
}
