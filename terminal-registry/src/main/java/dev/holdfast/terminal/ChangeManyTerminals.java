package dev.holdfast.terminal;

import dev.holdfast.delivery.Fault;
import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Refusal.Unreadable;
import dev.holdfast.terminal.core.TerminalCommand;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Carries out commands to many terminals, of which one must not keep the others waiting. */
@ApplicationScoped
class ChangeManyTerminals {
  private static final Logger LOG = Logger.getLogger(ChangeManyTerminals.class);

  private final ChangeTerminals changeTerminals;

  ChangeManyTerminals(ChangeTerminals changeTerminals) {
    this.changeTerminals = changeTerminals;
  }

  /**
   * A command to each of many terminals, and what was decided of each, by serial. All in one
   * transaction; where that cannot be, each in its own, and what is to blame is refused alone.
   */
  Uni<SequencedMap<String, Decision>> change(Map<String, TerminalCommand> commands) {
    return changeTerminals
        .change(commands)
        .onFailure(failure -> Fault.of(failure) == Fault.CONTENT)
        .recoverWithUni(
            failure -> commands.size() == 1 ? blame(commands, failure) : oneByOne(commands));
  }

  private Uni<SequencedMap<String, Decision>> oneByOne(Map<String, TerminalCommand> commands) {
    return Multi.createFrom()
        .iterable(commands.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            command -> change(Map.of(command.getKey(), command.getValue())))
        .collect()
        .in(TreeMap<String, Decision>::new, Map::putAll)
        .map(decisions -> decisions);
  }

  private static Uni<SequencedMap<String, Decision>> blame(
      Map<String, TerminalCommand> commands, Throwable failure) {
    var decisions = new TreeMap<String, Decision>();
    for (var serial : commands.keySet()) {
      LOG.errorf(failure, "%s cannot be changed and is left alone", serial);
      decisions.put(
          serial,
          new Refused(
              new Unreadable(serial + " cannot be changed: the log of this service says why")));
    }
    return Uni.createFrom().item(decisions);
  }
}
