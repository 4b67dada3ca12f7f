package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.scenarios.Step.Disturb;
import dev.holdfast.scenarios.Step.VendorSays;
import dev.holdfast.simulator.payter.PayterSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;

/** What happens at one terminal, at its vendor's cloud, and on that vendor's status page. */
final class VendorSide {
  private static final Duration NEWS = Duration.ofSeconds(30);
  private static final Duration A_WHILE = Duration.ofSeconds(4);
  private static final String OUTAGE = "VENDOR_DOWN";

  private final Stage stage;
  private final String serial;
  private final String terminal;

  VendorSide(Stage stage, String serial) {
    this.stage = stage;
    this.serial = serial;
    this.terminal = "/simulator/clouds/test/terminals/" + serial;
  }

  void tap(Card card) {
    if (card.isAtStripe()) {
      stage.stripe().post(reader() + "/tap", card.tap());
    } else {
      stage.simulator().post(terminal + "/tap", card.tap());
    }
  }

  /** Only a reader that asks for the PIN takes one. */
  void typePin() {
    var _ =
        new Patience(NEWS)
            .until(
                "the reader " + serial + " to ask for card and PIN",
                () -> stage.stripe().send("POST", reader() + "/pin", Map.of("right", true)),
                RestApi.Answer::isGood);
  }

  private String reader() {
    return "/simulator/stripe/readers/" + serial;
  }

  void othersHold(Money amount) {
    stage
        .simulator()
        .post(terminal + "/sessions", Map.of("minorUnits", amount.getAmountMinorLong()));
  }

  /**
   * Looks into the gateway's journal.
   *
   * @throws IllegalStateException if anything but holding was done with what others hold
   */
  void othersMustBeUntouched() {
    JsonNode journal = stage.simulator().get("/simulator/journal?reference=" + Ledgers.OTHERS);
    if (!Set.of("RESERVED").containsAll(journal.findValuesAsText("kind"))) {
      throw new IllegalStateException("what another system holds was touched: " + journal);
    }
  }

  /** As a person does there, with the key of the account. */
  void captureInPortal(String reference, Money amount) {
    String session =
        stage
            .frontDoor()
            .get("/authorizations/" + reference)
            .at("/attempts/0/gatewayReference")
            .asText();
    var answer =
        stage
            .simulator()
            .send(
                "POST",
                "/test/terminals/%s/sessions/%s/commit?commitAmount=%d"
                    .formatted(serial, session, amount.getAmountMinorLong()),
                Map.of(
                    "Authorization", "CPS apikey=\"%s\"".formatted(PayterSimulator.TEST_API_KEY)),
                "");
    if (!answer.isGood()) {
      throw new IllegalStateException("the portal answered " + answer);
    }
  }

  void line(boolean online) {
    stage.simulator().put(terminal, Map.of("currency", "EUR", "online", online));
  }

  void disturb(Disturb disturb) {
    stage
        .simulator()
        .post(
            "/simulator/faults",
            Map.of(
                "operation", disturb.operation(),
                "kind", disturb.kind(),
                "serial", serial,
                "delayMillis", disturb.delayMillis()));
  }

  /** Returns once a tap would be refused for the outage, or not any more. */
  void say(VendorSays says) {
    stage.simulator().put("/simulator/status-page", Map.of("status", says.status()));
    var _ =
        new Patience(NEWS)
            .until(
                "payment-authorization to hear that the cloud is " + says.status(),
                () -> new Taps(stage, serial).reasonsNow(),
                reasons -> reasons.contains(OUTAGE) != says.takesTaps());
  }

  /**
   * Looks for a while.
   *
   * @throws IllegalStateException if the gateway took money
   */
  void mustHaveTakenNothing(String reference) {
    long end = System.nanoTime() + A_WHILE.toNanos();
    var _ =
        new Patience(A_WHILE.multipliedBy(2))
            .until(
                "nothing to be taken for " + reference,
                () -> journalWithoutTaking(reference),
                journal -> System.nanoTime() - end > 0);
  }

  private JsonNode journalWithoutTaking(String reference) {
    JsonNode journal = stage.simulator().get("/simulator/journal?reference=" + reference);
    if (showsTaken(journal)) {
      throw new IllegalStateException("money was taken too early: " + journal);
    }
    return journal;
  }

  /**
   * Looks into the gateway's journal.
   *
   * @throws IllegalStateException if something of the hold is still reserved, or was taken
   */
  void mustHaveGivenBack(String reference) {
    JsonNode journal = stage.simulator().get("/simulator/journal?reference=" + reference);
    if (!journal.findValuesAsText("kind").equals(List.of("RESERVED", "GIVEN_BACK"))) {
      throw new IllegalStateException("the hold was not given back as a whole: " + journal);
    }
  }

  static boolean showsTaken(JsonNode journal) {
    return journal.findValuesAsText("kind").contains("TAKEN");
  }
}
