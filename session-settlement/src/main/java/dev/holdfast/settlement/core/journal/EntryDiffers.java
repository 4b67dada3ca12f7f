package dev.holdfast.settlement.core.journal;

/**
 * An entry is booked with other lines than the facts call for under its name: booked money must not
 * be taken for other money, so nothing is booked and a person must look.
 */
public final class EntryDiffers extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Names the entry, with both contents. */
  public EntryDiffers(JournalEntry booked, JournalEntry calledFor) {
    super(
        "%s of payment %s is booked as %s, and the facts call for %s: the entry's name does not tell them apart, so update this service, then replay"
            .formatted(
                booked.name().text(),
                booked.name().reference().text(),
                booked.lines(),
                calledFor.lines()));
  }
}
