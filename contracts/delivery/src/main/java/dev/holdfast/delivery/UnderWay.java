package dev.holdfast.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The pieces of work that have begun and not ended: a poll, a batch of decisions, a sweep, the
 * relay's round. Whatever hangs is seen here, so health asks here.
 */
@ApplicationScoped
public class UnderWay {
  private final Map<Piece, Instant> pieces = new ConcurrentHashMap<>();
  private final Clock clock;

  UnderWay(Clock clock) {
    this.clock = clock;
  }

  /** One piece of work; closed when it has ended, however. */
  public final class Piece implements AutoCloseable {
    private final String name;

    private Piece(String name) {
      this.name = name;
    }

    @Override
    public void close() {
      pieces.remove(this);
    }
  }

  /** For work on a thread of its own. */
  public Piece begin(String name) {
    Piece piece = new Piece(name);
    pieces.put(piece, clock.instant());
    return piece;
  }

  /** The work, seen from when it is subscribed to until it ends. */
  public <R> Uni<R> watch(String name, Supplier<Uni<R>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          Piece piece = begin(name);
          return Uni.createFrom().deferred(work::get).onTermination().invoke(piece::close);
        });
  }

  /** Since when the oldest piece of each name has been under way. */
  Map<String, Instant> since() {
    return pieces.entrySet().stream()
        .collect(
            Collectors.toMap(
                piece -> piece.getKey().name,
                Map.Entry::getValue,
                (one, other) -> one.isBefore(other) ? one : other));
  }
}
