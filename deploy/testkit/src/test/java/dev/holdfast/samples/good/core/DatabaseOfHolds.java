package dev.holdfast.samples.good.core;

import dev.holdfast.contracts.MoneyCodec;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Plain Java; and its name has no banned word, though it begins with the letters of one. */
record DatabaseOfHolds(List<Money> holds, Instant now, @Nullable MoneyCodec codec) {}
