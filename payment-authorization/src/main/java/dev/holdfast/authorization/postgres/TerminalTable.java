package dev.holdfast.authorization.postgres;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.authorization.core.admission.Terminal;
import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** The copy of what terminal-registry says of terminals. */
@ApplicationScoped
public class TerminalTable {
  private static final int BATCH = 500;
  private static final BinaryOperator<Terminal> NEWER =
      BinaryOperator.maxBy(Comparator.comparingLong(Terminal::version));

  /** The terminal with this serial, if the registry has told of it. */
  public Uni<Optional<Terminal>> find(Transaction transaction, String serial) {
    return transaction
        .session()
        .get(TerminalRow.class, serial)
        .map(row -> Optional.ofNullable(row).map(TerminalRow::toTerminal));
  }

  /** Keeps the newest version of each; what is older than the copy does nothing. */
  public Uni<Void> keep(Transaction transaction, List<Terminal> terminals) {
    var newest =
        terminals.stream()
            .collect(toMap(Terminal::serial, terminal -> terminal, NEWER, TreeMap::new));
    return lock(transaction, newest.keySet())
        .chain(rows -> write(transaction, newest.values(), rows));
  }

  private static Uni<List<TerminalRow>> lock(Transaction transaction, Collection<String> serials) {
    return transaction
        .session()
        .createNativeQuery(
            "select * from terminals where serial = any(?1) order by serial for update",
            TerminalRow.class)
        .setParameter(1, serials.toArray(String[]::new))
        .getResultList();
  }

  private static Uni<Void> write(
      Transaction transaction, Collection<Terminal> newest, List<TerminalRow> rows) {
    Map<String, Long> known =
        rows.stream().collect(toMap(TerminalRow::serial, TerminalRow::version));
    var added = new ArrayList<TerminalRow>();
    var changed = new ArrayList<TerminalRow>();
    for (Terminal terminal : newest) {
      Long version = known.get(terminal.serial());
      if (version == null) {
        added.add(new TerminalRow(terminal));
      } else if (version < terminal.version()) {
        changed.add(new TerminalRow(terminal));
      }
    }
    var session = transaction.session();
    return session
        .insertAll(BATCH, added.toArray())
        .chain(() -> session.updateAll(BATCH, changed.toArray()));
  }
}
