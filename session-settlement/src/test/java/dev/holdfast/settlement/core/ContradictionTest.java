package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.euro;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.held;
import static dev.holdfast.settlement.core.Given.refunded;
import static dev.holdfast.settlement.core.Given.starts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Resolution.Choice;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.core.payment.Session;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A person ends one contradiction, by its number: what he accepts is the next revision. */
class ContradictionTest {
  private static final Hold CAPTURED = captured("50.00", Method.CAPTURE, "23.40");
  private static final Command CLOSED = hears(close(1, "23.40"));
  private static final Command SECOND = hears(close("session-2", 1, euro("5.00")));
  private static final Command THIRD = hears(close("session-3", 1, euro("49.00")));

  @Test
  void endsTheOneThatIsNamedAndNoOther() {
    var run = Run.of(hears(held("50.00")), CLOSED, SECOND, THIRD);
    run.hear(decides(Choice.ACCEPT_SECOND, 1));
    assertThat(session(run).current()).isEqualTo("session-2");
    assertThat(run.said()).isEqualTo("ATTENTION SECOND_SESSION");
    run.hear(decides(Choice.ACCEPT_SECOND, 1));
    assertThat(session(run).current()).isEqualTo("session-2");
    run.hear(decides(Choice.ACCEPT_FIRST, 2));
    assertThat(run.said()).isEqualTo("DECIDED [CAPTURE 5.00]");
  }

  @Test
  void decidesNothingWhereItIsNotSaidWhich() {
    var run = Run.of(hears(held("50.00")), CLOSED, SECOND, THIRD);
    long version = run.settlement().version();
    run.hear(decides(Choice.ACCEPT_SECOND, null));
    run.hear(decides(Choice.ACCEPT_SECOND, 3));
    assertThat(run.settlement().version()).isEqualTo(version);
  }

  @Test
  void namesTheAmountThatEachDecisionIsAbout() {
    var run = Run.of(hears(held("50.00")), CLOSED, SECOND, THIRD);
    assertThat(amount(run, decides(Choice.ACCEPT_FIRST, 1))).isEqualTo("EUR 23.40");
    assertThat(amount(run, decides(Choice.ACCEPT_SECOND, 2))).isEqualTo("EUR 49.00");
    assertThat(amount(run, decides(Choice.RETRY, null))).isEmpty();
    var elsewhere = Run.of(hears(held("50.00")), Given.ELSEWHERE, CLOSED);
    assertThat(amount(elsewhere, decides(Choice.ACCEPT_FIRST, 1))).isEqualTo("EUR 0.00");
    assertThat(amount(elsewhere, decides(Choice.ACCEPT_SECOND, 1))).isEqualTo("EUR 23.40");
    var lower = Run.of(hears(CAPTURED), CLOSED, hears(close(2, "20.00")));
    assertThat(amount(lower, decides(Choice.WRITE_OFF, null))).isEqualTo("EUR 3.40");
    var higher = Run.of(hears(CAPTURED), hears(close(1, "30.00")));
    assertThat(amount(higher, decides(Choice.WRITE_OFF, null))).isEqualTo("EUR 6.60");
  }

  @Test
  void hasNoPriceForASessionThatHasOnlyStarted() {
    var run = Run.of(hears(held("50.00")), CLOSED, starts("session-2"));
    assertThat(PossibleChoices.of(run.settlement())).containsExactly(Choice.ACCEPT_FIRST);
    run.hear(SECOND);
    assertThat(PossibleChoices.of(run.settlement()))
        .containsExactly(Choice.ACCEPT_FIRST, Choice.ACCEPT_SECOND);
    assertThat(Run.of(starts(Given.SESSION), starts("session-2")).said())
        .isEqualTo("ATTENTION SECOND_SESSION");
  }

  @Test
  void ignoresWhateverElseComesOfARefusedSession() {
    var run = Run.of(hears(held("50.00")), CLOSED, SECOND, starts("session-2"));
    run.hear(decides(Choice.ACCEPT_FIRST, 1));
    long version = run.settlement().version();
    run.hear(hears(close("session-2", 2, euro("6.00"))));
    assertThat(run.settlement().version()).isEqualTo(version);
    assertThat(run.said()).isEqualTo("DECIDED [CAPTURE 23.40]");
  }

  @Test
  void takesTheSecondSessionAndBooksTheFirstBack() {
    var run =
        Run.of(hears(CAPTURED), CLOSED, hears(close(2, "22.00")), starts("session-2"), SECOND);
    run.hear(decides(Choice.ACCEPT_SECOND, 2));
    assertThat(session(run).openContradictions()).isEmpty();
    assertThat(run.causes()).contains("SESSION_BILLED 3", "CORRECTED SESSION_BILLED/2");
    assertThat(run.minor(Account.RECEIVABLE_FROM_CARD_HOLDER)).isEqualTo(500 - 2340);
    run.hear(hears(refunded(CAPTURED, "18.40")));
    assertThat(run.said()).isEqualTo("SETTLED FULL, shortfall 0.00");
    run.hear(hears(close(4, "30.00")));
    run.hear(starts(Given.SESSION));
    assertThat(run.said()).isEqualTo("SETTLED FULL, shortfall 0.00");
    run.hear(hears(close("session-2", 4, euro("4.00"))));
    assertThat(run.said()).isEqualTo("CORRECTING [REFUND 1.00]");
    assertThat(run.ids()).doesNotHaveDuplicates();
  }

  /** Which of the two is the newer nobody knows: the platform did not know of the decision. */
  @Test
  void asksAgainWhereThePlatformUsesTheNumberOfTheDecision() {
    Close other = close(1, "24.00");
    var run = Run.of(hears(held("50.00")), CLOSED, hears(other));
    run.hear(decides(Choice.ACCEPT_SECOND, 1));
    assertThat(run.said()).isEqualTo("DECIDED [CAPTURE 24.00]");
    run.hear(hears(other));
    run.hear(CLOSED);
    assertThat(run.said()).isEqualTo("DECIDED [CAPTURE 24.00]");
    run.hear(hears(close(2, "20.00")));
    assertThat(run.said()).isEqualTo("ATTENTION CONFLICTING_CLOSE");
  }

  private static String amount(Run run, Command.Resolved decision) {
    return PossibleChoices.amount(run.settlement(), decision).map(Object::toString).orElse("");
  }

  private static Session session(Run run) {
    return Objects.requireNonNull(run.settlement().session());
  }

  private static Command.Resolved decides(Choice choice, @Nullable Integer contradiction) {
    var word = new Word("Ann", "the driver said so", Given.NOON);
    return new Command.Resolved(Given.REFERENCE, choice, contradiction, word);
  }
}
