package dev.holdfast.samples.bad.terminal.core;

record Hen(Chick chick) {}
