package dev.holdfast.testkit;

import dev.holdfast.testkit.OpenApiDocument.Door;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A door, and in which manners it was knocked at. */
final class TriedDoor {
  private final Door door;
  private final Set<Manner> manners = EnumSet.noneOf(Manner.class);
  private final List<String> parameters = new ArrayList<>();

  private final String version;

  /** {@code version} says where it is asked for, or why it is not. */
  TriedDoor(Door door, String version) {
    this.door = door;
    this.version = version;
  }

  void add(Manner manner, String parameter) {
    manners.add(manner);
    if (manner == Manner.UNREADABLE) {
      parameters.add("`" + parameter + "`");
    }
  }

  /** A row for each; its cells say in which manners the door was tried. */
  static String table(Collection<TriedDoor> doors) {
    return "| door | parameters that are not texts | body | version |\n|---|---|---|---|\n"
        + doors.stream()
            .sorted(
                Comparator.comparing((TriedDoor tried) -> tried.door.path())
                    .thenComparing(tried -> tried.door.method()))
            .map(TriedDoor::row)
            .collect(Collectors.joining("\n"));
  }

  private String row() {
    return "| `%s` | %s | %s | %s |".formatted(door, String.join(" ", parameters), body(), version);
  }

  private String body() {
    if (manners.contains(Manner.OTHER_FIELD)) {
      return "JSON";
    }
    if (manners.contains(Manner.BROKEN_JSON)) {
      return "JSON, any field";
    }
    if (manners.contains(Manner.OTHER_BODY)) {
      return door.content().properties().stream()
          .map(type -> "`" + type.getKey() + "`")
          .collect(Collectors.joining(" "));
    }
    return manners.contains(Manner.TOO_LARGE) ? "anything" : "none";
  }
}
