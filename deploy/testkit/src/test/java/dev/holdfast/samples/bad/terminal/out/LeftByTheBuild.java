package dev.holdfast.samples.bad.terminal.out;

final class LeftByTheBuild {}
