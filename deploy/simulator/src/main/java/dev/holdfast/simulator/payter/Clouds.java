package dev.holdfast.simulator.payter;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;

/** All terminals of both clouds: facts are written to the file first, then they count. */
final class Clouds implements AutoCloseable {
  private final Clock clock;
  private final FactFile file;
  private final Map<Place, Terminal> terminals = new HashMap<>();
  private final Map<Place, Condition> changes = new HashMap<>();
  private final Movements movements = new Movements();
  private final ReentrantLock lock = new ReentrantLock();

  /** A terminal's serial in one cloud. */
  record Place(Cloud cloud, String serial) {}

  private Clouds(FactFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  static Clouds open(Path journal, Clock clock) {
    Clouds clouds = new Clouds(FactFile.open(journal), clock);
    FactFile.read(journal).forEach(clouds::apply);
    return clouds;
  }

  Fact.Where here(Place place) {
    return new Fact.Where(place.cloud(), place.serial(), clock.instant());
  }

  /** Runs work on a terminal with nobody else at it; 404 when it is not in this cloud. */
  <R> R with(Place place, Function<Terminal, R> work) {
    lock.lock();
    try {
      return work.apply(find(place).orElseThrow(() -> unknown(place)));
    } finally {
      lock.unlock();
    }
  }

  /** Writes facts in order; the answer that tells of them waits for {@link #force()}. */
  void record(Fact... facts) {
    lock.lock();
    try {
      for (Fact fact : facts) {
        file.write(fact);
        apply(fact);
        changed(placeOf(fact)).signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the terminal is as wished; false when it is not so within the time. */
  boolean await(Place place, Predicate<Terminal> wish, Duration atMost) {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (!wish.test(find(place).orElseThrow(() -> unknown(place)))) {
        if (left <= 0) {
          return false;
        }
        left = changed(place).awaitNanos(left);
      }
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  List<Movement> movements() {
    lock.lock();
    try {
      return movements.all();
    } finally {
      lock.unlock();
    }
  }

  List<Movement> movementsOf(String reference) {
    lock.lock();
    try {
      return movements.of(reference);
    } finally {
      lock.unlock();
    }
  }

  void force() {
    file.force();
  }

  @Override
  public void close() {
    file.close();
  }

  Optional<Terminal> find(Place place) {
    lock.lock();
    try {
      return Optional.ofNullable(terminals.get(place));
    } finally {
      lock.unlock();
    }
  }

  // One for each terminal: a fact wakes only those who wait there, not every long poll.
  private Condition changed(Place place) {
    return changes.computeIfAbsent(place, _ -> lock.newCondition());
  }

  private static Place placeOf(Fact fact) {
    return new Place(fact.where().cloud(), fact.where().serial());
  }

  private void apply(Fact fact) {
    Place place = placeOf(fact);
    Terminal terminal =
        fact instanceof Fact.SetUp setUp
            ? terminals.computeIfAbsent(place, _ -> new Terminal(setUp.settings()))
            : find(place).orElseThrow(() -> unknown(place));
    terminal.apply(fact);
    Movement.of(fact, terminal).forEach(movements::add);
  }

  private static Refused unknown(Place place) {
    return Refused.notFound(
        "Terminal " + place.serial() + " is not in the " + place.cloud().path() + " cloud.");
  }
}
