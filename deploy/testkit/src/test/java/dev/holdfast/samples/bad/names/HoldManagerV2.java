package dev.holdfast.samples.bad.names;

final class HoldManagerV2 {}
