package dev.holdfast.simulator.payter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The journal in order of time, and by payment; used under the clouds' lock. */
final class Movements {
  private final List<Movement> all = new ArrayList<>();
  private final Map<String, List<Movement>> byPayment = new HashMap<>();

  void add(Movement movement) {
    all.add(movement);
    byPayment
        .computeIfAbsent(Movement.payment(movement.reference()), _ -> new ArrayList<>())
        .add(movement);
  }

  List<Movement> all() {
    return List.copyOf(all);
  }

  /** Those of a payment, or of one attempt of it. */
  List<Movement> of(String reference) {
    return byPayment.getOrDefault(Movement.payment(reference), List.of()).stream()
        .filter(movement -> movement.belongsTo(reference))
        .toList();
  }
}
