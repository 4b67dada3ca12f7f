package dev.holdfast.terminal.payter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.holdfast.terminal.core.CloudAnswer;
import dev.holdfast.terminal.core.Currencies;
import dev.holdfast.text.CardNumbers;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A terminal as the cloud shows it. {@code online} and {@code state} are seen in public
 * integrations; {@code activated}, {@code configured} and {@code currency} are our assumption, so a
 * cloud that does not send them is taken to show only terminals that it has onboarded.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PayterTerminal(
    @Nullable Boolean online,
    @Nullable String state,
    @Nullable Boolean activated,
    @Nullable Boolean configured,
    @Nullable String currency) {

  /** The seen ones are words in capitals; it is shown to people, so nothing odd gets in. */
  private static final Pattern STATE = Pattern.compile("[A-Za-z][A-Za-z0-9_ -]{0,39}");

  CloudAnswer toAnswer(Instant at) {
    if (online == null || state == null) {
      return new CloudAnswer.Unknown(at, "the answer has no online or state");
    }
    if (!STATE.matcher(state).matches() || CardNumbers.anyIn(state)) {
      return new CloudAnswer.Unknown(at, "the answer has a state that is not a word");
    }
    var unit = currency == null ? null : Currencies.ofCode(currency).orElse(null);
    if (currency != null && unit == null) {
      return new CloudAnswer.Unknown(at, "the answer has a currency that does not exist");
    }
    return new CloudAnswer.Seen(
        at,
        online,
        state,
        !Boolean.FALSE.equals(activated),
        !Boolean.FALSE.equals(configured),
        unit);
  }
}
