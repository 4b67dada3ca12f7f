package dev.holdfast.settlement.core.report;

import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.time.LocalDate;
import java.util.List;

/**
 * An account at a gateway, and to which CPOs it belongs since when.
 *
 * @param version how often a person has said so
 * @param owners the last word first; of two from one day the last word counts
 */
public record GatewayAccount(Name name, long version, List<Owners> owners) {
  /** The list is copied. */
  public GatewayAccount {
    owners = List.copyOf(owners);
  }

  /** An account as the gateway's report names it. */
  public record Name(String gateway, String account) {}

  /** Whose it is from a day on, in UTC, and who said so. */
  public record Owners(LocalDate validFrom, List<String> cpoIds, Word word) {
    /** The list is copied. */
    public Owners {
      cpoIds = List.copyOf(cpoIds);
    }
  }
}
