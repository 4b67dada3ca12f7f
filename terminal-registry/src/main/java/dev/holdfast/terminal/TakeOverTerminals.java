package dev.holdfast.terminal;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Dossier;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalChange;
import dev.holdfast.terminal.postgres.TerminalTable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes terminals over that the topic knows and a restored database does not. What the vendors'
 * clouds said of them is on no topic: they are asked again.
 */
@ApplicationScoped
public class TakeOverTerminals {
  private final TerminalTable terminals;

  TakeOverTerminals(TerminalTable terminals) {
    this.terminals = terminals;
  }

  /** A version as it was published: without what the vendors' clouds say. */
  public record Published(Terminal terminal, TerminalChange change) {}

  /** The versions of those of these terminals that are known, by serial. */
  public Uni<Map<String, Long>> versions(Transaction transaction, List<String> serials) {
    return terminals.versions(transaction, serials);
  }

  /** Each version by itself: where a terminal was is kept, too. */
  public Uni<Void> takeOver(Transaction transaction, List<Published> published) {
    return Multi.createFrom()
        .iterable(rounds(published))
        .onItem()
        .transformToUniAndConcatenate(round -> takeOver(transaction, round))
        .collect()
        .last();
  }

  /** One version of each terminal a round. */
  private static List<Map<String, Published>> rounds(List<Published> published) {
    var rounds = new ArrayList<Map<String, Published>>();
    for (var each : published) {
      var serial = each.terminal().serial();
      rounds.stream()
          .filter(round -> !round.containsKey(serial))
          .findFirst()
          .orElseGet(() -> {
            rounds.add(new LinkedHashMap<>());
            return rounds.getLast();
          })
          .put(serial, each);
    }
    return rounds;
  }

  private Uni<Void> takeOver(Transaction transaction, Map<String, Published> round) {
    return terminals
        .lock(transaction, round.keySet())
        .chain(known ->
            terminals.write(
                transaction,
                round.values().stream()
                    .<Decision>map(
                        each -> changed(known.read().get(each.terminal().serial()), each))
                    .toList()));
  }

  private static Changed changed(@Nullable Terminal before, Published published) {
    var after = published.terminal();
    return new Changed(
        before, before == null ? after : withFactsOf(before, after), published.change());
  }

  private static Terminal withFactsOf(Terminal before, Terminal after) {
    var told = after.dossier();
    var dossier =
        new Dossier(told.registration(), told.binding(), before.dossier().facts(), told.retired());
    return new Terminal(
        after.serial(), after.version(), after.changedAt(), dossier, after.standing());
  }
}
