package dev.holdfast.simulator.stripe;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is set of the account; what is not given keeps its default. Where the defaults come from
 * stands in the README.
 *
 * @param currencies which ones card_present takes in the account's country
 * @param perEndpoint requests to one endpoint in a second
 * @param inAll requests in a second
 * @param retryAfterSeconds what a 429 tells to wait; 0 where it says nothing
 * @param searchAfterMillis how long a search does not know what was made or changed
 * @param updatesCanceled is a canceled intent's metadata still changed, and answered 200?
 */
record Account(
    @Nullable List<String> currencies,
    @Nullable Integer perEndpoint,
    @Nullable Integer inAll,
    @Nullable Integer retryAfterSeconds,
    @Nullable Integer searchAfterMillis,
    @Nullable Boolean updatesCanceled) {

  static final Account DEFAULTS = new Account(List.of("eur"), 25, null, 0, 60_000, true);

  private static final int LIVE = 100;
  private static final int TEST = 25;

  Account orElse(Account other) {
    return new Account(
        or(currencies, other.currencies),
        or(perEndpoint, other.perEndpoint),
        or(inAll, other.inAll),
        or(retryAfterSeconds, other.retryAfterSeconds),
        or(searchAfterMillis, other.searchAfterMillis),
        or(updatesCanceled, other.updatesCanceled));
  }

  List<String> currenciesTaken() {
    return Objects.requireNonNull(currencies);
  }

  int mostPerEndpoint() {
    return Objects.requireNonNull(perEndpoint);
  }

  int mostInAll(boolean live) {
    return inAll == null ? (live ? LIVE : TEST) : inAll;
  }

  int retryAfter() {
    return Objects.requireNonNull(retryAfterSeconds);
  }

  int searchAfter() {
    return Objects.requireNonNull(searchAfterMillis);
  }

  boolean doesUpdateCanceled() {
    return Objects.requireNonNull(updatesCanceled);
  }

  private static <T> @Nullable T or(@Nullable T given, @Nullable T otherwise) {
    return given == null ? otherwise : given;
  }
}
