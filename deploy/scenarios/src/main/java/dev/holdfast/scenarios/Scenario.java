package dev.holdfast.scenarios;

import java.util.List;

/** One row: what is done, and how it must end. */
record Scenario(String name, boolean overCommit, Card card, List<Step> steps, Result expected) {}
