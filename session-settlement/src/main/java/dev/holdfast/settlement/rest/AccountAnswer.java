package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.report.GatewayAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An account at a gateway, and whose it is.
 *
 * @param account as the gateway's report names it
 * @param version of what a person decides on: how often somebody has said whose it is
 * @param owners the last word first; of two from one day the last word counts
 */
@Schema(
    examples =
        """
        {"gateway": "ADYEN", "account": "HoldfastNL", "version": 1,
         "owners": [
           {"validFrom": "2026-01-01", "cpoIds": ["NL-HLD"], "by": "Ines",
            "reason": "by the contract of December", "decidedAt": "2026-06-02T06:30:00Z"}]}
        """)
record AccountAnswer(String gateway, String account, long version, List<AccountOwners> owners) {
  /**
   * Whose it is from a day on.
   *
   * @param validFrom in UTC, by the time of the line
   */
  record AccountOwners(
      LocalDate validFrom, List<String> cpoIds, String by, String reason, Instant decidedAt) {
    private static AccountOwners of(GatewayAccount.Owners owners) {
      return new AccountOwners(
          owners.validFrom(),
          owners.cpoIds(),
          owners.word().by(),
          owners.word().reason(),
          owners.word().at());
    }
  }

  static AccountAnswer of(GatewayAccount account) {
    return new AccountAnswer(
        account.name().gateway(),
        account.name().account(),
        account.version(),
        account.owners().stream().map(AccountOwners::of).toList());
  }
}
