package dev.holdfast.settlement.core.journal;

import org.jspecify.annotations.Nullable;

/** Of one CPO, in one currency; null: of all, in all. */
public record LedgerScope(@Nullable String cpoId, @Nullable String currency) {}
