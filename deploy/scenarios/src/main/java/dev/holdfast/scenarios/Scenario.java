package dev.holdfast.scenarios;

import java.util.List;

/** One row: what is done at a terminal of a CPO, and how it must end. */
record Scenario(
    String name, String cpoId, boolean overCommit, Card card, List<Step> steps, Result expected) {
  /** At the CPO of nearly all rows. */
  Scenario(String name, boolean overCommit, Card card, List<Step> steps, Result expected) {
    this(name, Site.CPO, overCommit, card, steps, expected);
  }
}
