package dev.holdfast.simulator.payter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How each cloud speaks just now; it does not outlive the process. */
final class Dialects {
  private static final String DIALECT = "/simulator/clouds/{cloud}/dialect";

  private final Map<Cloud, Dialect> byCloud = new ConcurrentHashMap<>();

  /** Both clouds begin with this one. */
  Dialects(Dialect both) {
    for (Cloud cloud : Cloud.values()) {
      byCloud.put(cloud, both);
    }
  }

  List<Route> routes() {
    return List.of(
        Route.control("PUT", DIALECT, this::put),
        Route.control("GET", DIALECT, call -> Answer.ok(of(cloud(call)))));
  }

  Dialect of(Clouds.Place place) {
    return of(place.cloud());
  }

  private Dialect of(Cloud cloud) {
    return byCloud.getOrDefault(cloud, Dialect.DEFAULT);
  }

  private Answer put(Call call) {
    Dialect dialect = call.body(Dialect.class);
    byCloud.put(cloud(call), dialect);
    return Answer.ok(dialect);
  }

  private static Cloud cloud(Call call) {
    return Cloud.named(call.path("cloud"));
  }
}
