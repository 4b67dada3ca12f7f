package dev.holdfast.simulator.payter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * How long the clouds took for the calls to each terminal that they answered, so that a benchmark
 * can tell the gateway's time from ours; latency and long polls count. It is not kept in the file.
 */
final class SpentTime {
  private static final String TIME = "/simulator/clouds/{cloud}/terminals/{serial}/time";

  private final Clouds clouds;
  private final Map<Clouds.Place, Tally> tallies = new ConcurrentHashMap<>();

  private record Tally(LongAdder calls, LongAdder nanos) {}

  SpentTime(Clouds clouds) {
    this.clouds = clouds;
  }

  List<Route> routes() {
    return List.of(
        Route.control("GET", TIME, this::read), Route.control("DELETE", TIME, this::reset));
  }

  /** Runs a call to a terminal; one that is dropped was not answered, and does not count. */
  Reply measure(Clouds.Place place, Supplier<Reply> call) {
    long takenUp = System.nanoTime();
    Reply reply = call.get();
    switch (reply) {
      case Reply.Send _ -> add(place, System.nanoTime() - takenUp);
      case Reply.Drop _ -> {
        // The caller waits as long as it likes.
      }
    }
    return reply;
  }

  private void add(Clouds.Place place, long nanos) {
    Tally tally = tallies.get(place);
    if (tally == null) {
      if (clouds.find(place).isEmpty()) {
        return;
      }
      tally = tallies.computeIfAbsent(place, _ -> new Tally(new LongAdder(), new LongAdder()));
    }
    tally.calls().increment();
    tally.nanos().add(nanos);
  }

  private Answer read(Call call) {
    Clouds.Place place = call.place();
    return clouds.with(
        place,
        _ -> {
          Tally tally = tallies.get(place);
          return Answer.ok(
              tally == null
                  ? new View(0, 0)
                  : new View(
                      tally.calls().sum(), TimeUnit.NANOSECONDS.toMicros(tally.nanos().sum())));
        });
  }

  private Answer reset(Call call) {
    Clouds.Place place = call.place();
    return clouds.with(
        place,
        _ -> {
          tallies.remove(place);
          return Answer.nothing();
        });
  }

  private record View(long calls, long micros) {}
}
