package dev.holdfast.terminal.core;

import dev.holdfast.terminal.core.Refusal.OtherVersion;
import dev.holdfast.terminal.core.cpo.Cpo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What decisions are made from, all of it locked; CPOs are locked before terminals. */
public record Situation(List<Rows<Cpo>> cpos, Rows<Terminal> terminals) {
  /** Of CPOs that were locked with one look. */
  public Situation(Rows<Cpo> cpos, Rows<Terminal> terminals) {
    this(List.of(cpos), terminals);
  }

  /** With more CPOs. */
  public Situation with(Rows<Cpo> more) {
    return new Situation(Stream.concat(cpos.stream(), Stream.of(more)).toList(), terminals);
  }

  /** The terminal of that serial; null where there is none that can be read. */
  public @Nullable Terminal terminal(String serial) {
    return terminals.read().get(serial);
  }

  /** Why another version was expected; one that is left alone is not refused for its version. */
  public Optional<OtherVersion> refusal(Expected expected, String serial) {
    var terminal = terminal(serial);
    return terminals.whyLeft(serial) == null
        ? expected.refusal(terminal == null ? 0 : terminal.version())
        : Optional.empty();
  }

  /** The CPOs that can be read, by id. */
  public Map<String, Cpo> knownCpos() {
    var known = new HashMap<String, Cpo>();
    cpos.forEach(found -> known.putAll(found.read()));
    return known;
  }

  /** CPOs of these terminals that nobody has looked for yet. */
  public List<String> missingCpos() {
    return terminals.read().values().stream()
        .flatMap(terminal -> Stream.ofNullable(terminal.dossier().cpoId()))
        .filter(cpoId -> cpos.stream().noneMatch(found -> found.ids().contains(cpoId)))
        .toList();
  }

  /**
   * Why nothing is decided of a terminal: it, the CPO that it is bound to or the one that the
   * command names cannot be read. Null where all can.
   */
  public @Nullable String whyLeft(String serial, TerminalCommand command) {
    var terminal = terminal(serial);
    var place = command.newPlace();
    return Stream.of(
            Stream.ofNullable(terminals.whyLeft(serial)),
            whyLeftCpo(terminal == null ? null : terminal.dossier().cpoId()),
            whyLeftCpo(place == null ? null : place.cpoId()))
        .flatMap(why -> why)
        .findFirst()
        .orElse(null);
  }

  private Stream<String> whyLeftCpo(@Nullable String cpoId) {
    return cpos.stream().flatMap(found -> Stream.ofNullable(found.whyLeft(cpoId)));
  }
}
