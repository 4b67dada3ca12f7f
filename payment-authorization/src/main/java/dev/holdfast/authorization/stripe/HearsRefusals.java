package dev.holdfast.authorization.stripe;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.time.Duration;

/** Tells the budget when Stripe says that it was too much, and when it does not. */
final class HearsRefusals implements ClientResponseFilter {
  private static final int TOO_MANY = 429;

  private final Budget budget;

  HearsRefusals(Budget budget) {
    this.budget = budget;
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    if (response.getStatus() == TOO_MANY) {
      budget.refused(retryAfter(response));
    } else {
      budget.answered();
    }
  }

  private static Duration retryAfter(ClientResponseContext response) {
    var asked = response.getHeaderString("Retry-After");
    return asked != null && asked.matches("[0-9]{1,3}")
        ? Duration.ofSeconds(Long.parseLong(asked))
        : Duration.ZERO;
  }
}
