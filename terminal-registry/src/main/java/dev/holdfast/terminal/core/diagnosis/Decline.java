package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Why the cards' banks mostly refuse: the word after DECLINED in the text of a trouble. */
enum Decline {
  PIN_NEEDED(
      Actor.CPO,
      "Tell drivers at %1$s to insert the card or to pay by phone, or lower the hold: the banks want a PIN, and %1$s could not ask for it."),
  FUNDS(
      Actor.CPO,
      "Lower the hold at %1$s: it is mostly more than the cards' accounts or limits cover."),
  CARD_BLOCKED(
      Actor.CPO,
      "Look whether one driver tries a card again and again at %1$s: the banks have blocked these cards."),
  EXPIRED_CARD(
      Actor.CPO, "Nothing is wrong with %1$s: the cards that are tried there have expired."),
  NOT_PERMITTED(
      Actor.VENDOR,
      "Ask %2$s whether %1$s is set up as an unattended charge point with the right merchant category: the banks do not permit the payments."),
  TRY_OTHER_CARD(
      Actor.CPO,
      "Say at %1$s which cards are taken, or have %2$s take more schemes: the cards that are tried are not taken there."),
  ISSUER_DOWN(
      Actor.VENDOR,
      "Ask %2$s whether its connection to the banks is in trouble: banks did not answer payments at %1$s in time."),
  READ_ERROR(Actor.VENDOR, "Have %2$s check the card reader of %1$s: it could not read the cards."),
  OTHER(
      Actor.CPO,
      "Look in the reasons whether one driver tries a card again and again, the hold is too high for the cards, or a PIN is wanted: at %1$s it is mostly the cards' banks that refuse.");

  private final Actor whoActs;
  private final String sentence;

  Decline(Actor whoActs, String sentence) {
    this.whoActs = whoActs;
    this.sentence = sentence;
  }

  /** What to do at the terminal, by what most of its declines were. */
  static Remedy remedy(Map<String, Integer> counted, String serial, String vendor) {
    return Trouble.most(counted, Decline::of).orElse(OTHER).toDo(serial, vendor);
  }

  private Remedy toDo(String serial, String vendor) {
    return new Remedy(whoActs, sentence.formatted(serial, vendor));
  }

  private static Stream<Decline> of(String text) {
    return text.startsWith(Trouble.DECLINED.name())
        ? Arrays.stream(values())
            .filter(kind -> text.startsWith(Trouble.DECLINED + ": " + kind))
            .findFirst()
            .or(() -> Optional.of(OTHER))
            .stream()
        : Stream.empty();
  }
}
