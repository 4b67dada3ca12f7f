package dev.holdfast.samples.bad.terminal.core;

record Chick(Hen hen) {}
