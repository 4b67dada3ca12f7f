package dev.holdfast.samples.bad.names;

final class SettlementEntity {}
