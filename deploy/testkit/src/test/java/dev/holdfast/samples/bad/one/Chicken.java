package dev.holdfast.samples.bad.one;

import dev.holdfast.samples.bad.two.Egg;

/** Comes from an egg. */
public record Chicken(Egg egg) {}
