package dev.holdfast.samples.bad.two;

import dev.holdfast.samples.bad.one.Chicken;

/** Comes from a chicken. */
public record Egg(Chicken chicken) {}
