package dev.holdfast.terminal;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.TerminalCommand;
import dev.holdfast.terminal.core.TerminalLines;
import dev.holdfast.terminal.core.TerminalLines.Verdict;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Carries out what a file says of many terminals. The vendor is not asked for new ones: that is for
 * the schedule of {@link AskVendor}.
 */
@ApplicationScoped
public class ImportTerminals {
  /** Terminals a transaction; after a failure those before it are in, and a repetition is safe. */
  private static final int BATCH = 500;

  private final ChangeManyTerminals changeTerminals;

  ImportTerminals(ChangeManyTerminals changeTerminals) {
    this.changeTerminals = changeTerminals;
  }

  /** What each line came to, in the order of the file. */
  public Uni<List<Verdict>> load(TerminalLines lines) {
    return Multi.createFrom()
        .iterable(lines.commands().entrySet())
        .group()
        .intoLists()
        .of(BATCH)
        .onItem()
        .transformToUniAndConcatenate(this::change)
        .collect()
        .in(HashMap<String, Decision>::new, Map::putAll)
        .map(lines::verdicts);
  }

  private Uni<SequencedMap<String, Decision>> change(
      List<Map.Entry<String, TerminalCommand>> batch) {
    return changeTerminals.change(
        batch.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
