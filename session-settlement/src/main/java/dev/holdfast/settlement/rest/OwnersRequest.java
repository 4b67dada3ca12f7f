package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Words;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.core.report.GatewayAccount.Owners;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whose an account at a gateway is.
 *
 * @param validFrom from which day on, in UTC
 * @param cpoIds one or more: lines of payments of another CPO are not booked to it
 * @param version of the account that it is decided on, 0 for one of which nobody said anything yet
 * @param by who says so
 * @param reason why
 */
@Schema(
    examples =
        """
        {"validFrom": "2026-01-01", "cpoIds": ["NL-HLD"], "version": 0, "by": "Ines",
         "reason": "by the contract of December"}
        """)
record OwnersRequest(
    @NotNull(message = "is missing: send a day, such as 2026-01-01") LocalDate validFrom,
    @NotNull(message = "is missing: send the ids of CPOs")
        @Size(min = 1, max = 100, message = "send the ids of 1 to 100 CPOs")
        List<
                @NotNull(message = "send the id of a CPO")
                @Pattern(
                    regexp = "(?=.*\\S)[^\\x00-\\x1F\\x7F-\\x9F]{1,200}",
                    message = "send the id of a CPO")
                String>
            cpoIds,
    @Nullable Long version,
    @Words String by,
    @Words String reason) {
  Owners owners(Instant now) {
    return new Owners(validFrom, cpoIds.stream().distinct().toList(), new Word(by, reason, now));
  }
}
