package dev.holdfast.local.audit;

import dev.holdfast.local.audit.Difference.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a topic has said, and what the outbox will say: of each key the newest version with a
 * digest, and which versions before it were never said. About 130 bytes a key.
 */
final class History {
  private final boolean versioned;
  private final Findings findings;
  private final Map<Key, Seen> seen = new HashMap<>();
  private final Map<Key, Gaps> missing = new HashMap<>();
  private final Holes holes = new Holes();
  private long unsure;

  History(boolean versioned, Findings findings) {
    this.versioned = versioned;
    this.findings = findings;
  }

  /** The newest version of a key. */
  static final class Seen {
    private static final int OUTBOX = -1;

    private long version;
    private long digest;
    private Set<String> fields = Set.of();
    private int partition = OUTBOX;
    private long offset = OUTBOX;
    private boolean met;

    long version() {
      return version;
    }

    Place place() {
      return partition == OUTBOX ? new Place.InOutbox() : new Place.OnTopic(partition, offset);
    }

    /** Of what a table says, only what the writer of the record knew is compared. */
    boolean says(Content content) {
      return content.only(fields).digest() == digest;
    }

    Set<String> fields() {
      return fields;
    }

    private void become(Said said, Place place) {
      version = said.version();
      digest = said.content().digest();
      fields = said.fields();
      switch (place) {
        case Place.OnTopic on -> {
          partition = on.partition();
          offset = on.offset();
        }
        case Place.InOutbox() -> {
          partition = OUTBOX;
          offset = OUTBOX;
        }
      }
    }
  }

  /** A record lies here, whatever it says. */
  void pass(Place.OnTopic place) {
    holes.pass(place);
  }

  /** Takes what a record says; true if it is new. */
  boolean take(Said said, Place place) {
    Seen known = seen.computeIfAbsent(said.key(), first -> new Seen());
    if (said.version() > known.version) {
      leaveOut(said, known, place);
      known.become(said, place);
      return true;
    }
    if (said.version() < known.version) {
      return fill(said, known, place);
    }
    if (said.content().digest() != known.digest && said.fields().equals(known.fields)) {
      findings.add(
          Kind.DIFFERING,
          said.key(),
          "%s is said again and differently at %s.".formatted(name(said), place));
    }
    return false;
  }

  private void leaveOut(Said said, Seen known, Place place) {
    if (!versioned || said.version() == known.version + 1) {
      return;
    }
    if (isWhole(known, place)) {
      missing
          .computeIfAbsent(said.key(), first -> new Gaps())
          .add(known.version + 1, said.version() - 1);
    } else {
      unsure++;
    }
  }

  private boolean isWhole(Seen known, Place place) {
    return switch (place) {
      case Place.OnTopic on -> holes.noneSince(on.partition(), known.offset);
      case Place.InOutbox() ->
          known.partition == Seen.OUTBOX
              ? !holes.any()
              : holes.noneSince(known.partition, known.offset);
    };
  }

  private boolean fill(Said said, Seen known, Place place) {
    Gaps gaps = missing.get(said.key());
    if (gaps == null || !gaps.fill(said.version())) {
      return false;
    }
    if (place instanceof Place.OnTopic) {
      findings.add(
          Kind.OUT_OF_ORDER,
          said.key(),
          "%s first appears after version %d, at %s.".formatted(name(said), known.version, place));
    }
    return true;
  }

  private String name(Said said) {
    return versioned ? said.key() + ", version " + said.version() + "," : said.key().toString();
  }

  /** What is known of a key that a table has. */
  @Nullable Seen meet(Key key) {
    Seen known = seen.get(key);
    if (known != null) {
      known.met = true;
    }
    return known;
  }

  @Nullable Seen find(Key key) {
    return seen.get(key);
  }

  /** The keys that no table was found to have. */
  void unmet(Consumer<Key> reader) {
    seen.forEach((key, known) -> {
      if (!known.met) {
        reader.accept(key);
      }
    });
  }

  /** The versions up to that of a row which were never said. */
  Gaps missing(Key key, long upTo) {
    Gaps gaps = missing.getOrDefault(key, new Gaps()).copy();
    Seen known = seen.get(key);
    gaps.add((known == null ? 0 : known.version) + 1, upTo);
    return gaps;
  }

  /** How many keys a table was found to have. */
  long met() {
    return seen.values().stream().filter(known -> known.met).count();
  }

  int keys() {
    return seen.size();
  }

  /** How many times a version was left out where the topic has been compacted or shortened. */
  long unsure() {
    return unsure;
  }
}
