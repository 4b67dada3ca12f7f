package dev.holdfast.terminal.core;

import java.util.List;

/**
 * Where a terminal takes cards.
 *
 * @param evseIds the EVSEs that it serves, each once, sorted: their order means nothing
 * @param cpoId the operator of the charger
 */
public record Place(String chargerId, List<String> evseIds, String cpoId) {
  /** Sorts the EVSEs. */
  public Place {
    evseIds = evseIds.stream().distinct().sorted().toList();
  }
}
