package dev.holdfast.terminal.core;

import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.vendor.Vendor;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What its owner says of a terminal.
 *
 * @param country ISO 3166-1 alpha-2 code of where it stands
 * @param currency what it takes
 * @param own its own settings, before those of its CPO and its country
 */
public record Registration(
    Vendor vendor, @Nullable String model, String country, CurrencyUnit currency, HoldTerms own) {}
