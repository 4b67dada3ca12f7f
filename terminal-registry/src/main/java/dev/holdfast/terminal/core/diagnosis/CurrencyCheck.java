package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.cpo.CountryLimit;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who has a terminal in another currency than it is registered with: the vendor or its hold.
 *
 * @param limit the country's highest contactless amount in force; null where none is known
 */
record CurrencyCheck(Terminal terminal, @Nullable CountryLimit limit, Clouds clouds) {
  private record AtVendor(CurrencyUnit currency, Instant at) {}

  /** The vendor's cloud comes first: the hold is of no use in a currency that it is not set to. */
  Check mismatch(String holds) {
    var evidence = "it is registered with %s; %s".formatted(takes(), holds);
    return atVendor()
        .map(vendors ->
            fail(
                "%s; %s has it in %s".formatted(evidence, clouds.ourName(), vendors.currency()),
                vendors.at(),
                followVendor(vendors.currency())))
        .orElseGet(() -> fail(evidence, terminal.changedAt(), otherHold()));
  }

  private Optional<AtVendor> atVendor() {
    return clouds.seen().stream()
        .flatMap(
            seen -> Stream.ofNullable(seen.currency()).map(each -> new AtVendor(each, seen.at())))
        .filter(vendors -> !vendors.currency().equals(takes()))
        .findFirst();
  }

  private String followVendor(CurrencyUnit vendors) {
    return "Register %s with %s with PUT /terminals/%s, or ask %s to set it to %s in its %s."
        .formatted(
            terminal.serial(),
            vendors,
            terminal.serial(),
            clouds.owner(),
            takes(),
            clouds.ourWord());
  }

  private String otherHold() {
    var serial = terminal.serial();
    if (limit == null) {
      return "Set the hold of %s to an amount in %s with PUT /terminals/%s."
          .formatted(serial, takes(), serial);
    }
    return limit.highest().getCurrencyUnit().equals(takes())
        ? "Set the hold of %s to %s with PUT /terminals/%s."
            .formatted(serial, Words.amount(limit.highest()), serial)
        : "Register %s with %s, the currency of %s, or give it a hold of its own in %s, both with PUT /terminals/%s."
            .formatted(serial, limit.highest().getCurrencyUnit(), limit.country(), takes(), serial);
  }

  private static Check fail(String evidence, Instant seenAt, String sentence) {
    return Check.fail(Question.HOLD, evidence, seenAt, new Remedy(Actor.CPO, sentence));
  }

  private CurrencyUnit takes() {
    return terminal.dossier().registration().currency();
  }
}
