package dev.holdfast.authorization.rest;

import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Why nobody wants the charge any more.
 *
 * @param by who asks: the platform, or an operator's name
 * @param reason in words; kept with the payment, and published
 */
record CancelQuery(
    @RestQuery
        Optional<
                @Pattern(
                    regexp = "\\P{Cntrl}{1,60}",
                    message = "must have 1 to 60 characters, and no control characters")
                String>
            by,
    @RestQuery
        Optional<
                @Pattern(
                    regexp = "\\P{Cntrl}{1,200}",
                    message = "must have 1 to 200 characters, and no control characters")
                String>
            reason) {
  String words() {
    var who = by.map(name -> "Cancelled by " + name).orElse("Cancelled on request");
    return reason.map(why -> who + ": " + why).orElse(who);
  }
}
