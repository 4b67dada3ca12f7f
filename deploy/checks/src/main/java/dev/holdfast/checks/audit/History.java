package dev.holdfast.checks.audit;

import dev.holdfast.checks.audit.Difference.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a topic has said, and what the services have yet to send: of each key the newest version
 * with a digest, and which versions before it were never said. About 150 bytes a key.
 */
final class History {
  private final boolean versioned;
  private final Findings findings;
  private final Map<Key, Seen> seen = new HashMap<>();
  private final Map<Key, Gaps> missing = new HashMap<>();
  private final Set<String> excused = new HashSet<>();
  private final Holes holes = new Holes();
  private long unsure;

  History(boolean versioned, Findings findings) {
    this.versioned = versioned;
    this.findings = findings;
  }

  /** This version was set aside and sent again later: it may come after later ones. */
  void excuse(Said said) {
    excused.add(name(said));
  }

  /** A record lies here, whatever it says. */
  void pass(Place.OnTopic place) {
    holes.pass(place);
  }

  /** Takes what a record says; true if it is new. */
  boolean take(Said said, Place place) {
    Seen known = seen.computeIfAbsent(said.key(), first -> new Seen());
    if (said.version() > known.version()) {
      leaveOut(said, known, place);
      known.become(said, place);
      return true;
    }
    if (said.version() < known.version()) {
      return fill(said, known, place);
    }
    if (known.contradicts(said)) {
      findings.add(
          Kind.DIFFERING,
          said.key(),
          "%s is said again and differently (%s).".formatted(name(said), place));
    } else if (known.place() instanceof Place.AtService) {
      known.become(said, place);
    }
    return false;
  }

  private void leaveOut(Said said, Seen known, Place place) {
    if (!versioned || said.version() == known.version() + 1) {
      return;
    }
    if (isWhole(known, place)) {
      missing
          .computeIfAbsent(said.key(), first -> new Gaps())
          .add(known.version() + 1, said.version() - 1);
    } else {
      unsure++;
    }
  }

  /** Is all there that the topic ever had of this key between what is known of it and here? */
  private boolean isWhole(Seen known, Place place) {
    if (known.place() instanceof Place.OnTopic last) {
      return holes.noneSince(last);
    }
    return switch (place) {
      case Place.OnTopic on -> holes.none(on.partition());
      case Place.AtService() -> holes.none();
    };
  }

  private boolean fill(Said said, Seen known, Place place) {
    Gaps gaps = missing.get(said.key());
    if (gaps == null || !gaps.fill(said.version())) {
      return false;
    }
    if (place instanceof Place.OnTopic && !excused.contains(name(said))) {
      findings.add(
          Kind.OUT_OF_ORDER,
          said.key(),
          "%s first appears after version %d (%s).".formatted(name(said), known.version(), place));
    }
    return true;
  }

  private String name(Said said) {
    return versioned ? said.key() + ", version " + said.version() : said.key().toString();
  }

  /** A table has this key; what is known of it. */
  @Nullable Seen meet(Key key) {
    Seen known = seen.get(key);
    if (known != null) {
      known.meet();
    }
    return known;
  }

  @Nullable Seen find(Key key) {
    return seen.get(key);
  }

  /** The keys that no table was found to have. */
  void unmet(Consumer<Key> reader) {
    seen.forEach((key, known) -> {
      if (!known.isMet()) {
        reader.accept(key);
      }
    });
  }

  /** The versions up to that of a row which were never said. */
  Gaps missing(Key key, long upTo) {
    Gaps gaps = missing.getOrDefault(key, new Gaps()).copy();
    Seen known = seen.get(key);
    gaps.add((known == null ? 0 : known.version()) + 1, upTo);
    return gaps;
  }

  long keys() {
    return seen.size();
  }

  /** How many keys a table was found to have. */
  long met() {
    return seen.values().stream().filter(Seen::isMet).count();
  }

  /** How many times versions are left out where the topic has been compacted or shortened. */
  long unsure() {
    return unsure;
  }
}
