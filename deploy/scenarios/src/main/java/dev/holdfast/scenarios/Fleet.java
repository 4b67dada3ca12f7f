package dev.holdfast.scenarios;

import dev.holdfast.scenarios.Act.Register;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Many terminals of one contracted CPO, set up and ready for taps. */
public record Fleet(Stage stage) {
  private static final Duration READY_WITHIN = Duration.ofSeconds(150);

  /** The amount that is held for each tap, in cents. */
  public static final long HOLD_CENTS = Scenarios.HOLD;

  /** Sets them up; returns when payment-authorization has heard of each that it is ready. */
  public void install(List<String> serials, boolean overCommit) {
    Site site = new Site(stage);
    site.contractCpo();
    for (String serial : serials) {
      Site.installation(register(HOLD_CENTS, overCommit))
          .forEach(act -> site.carryOut(serial, act));
      site.carryOut(serial, new Act.AskVendor());
    }
    for (String serial : serials) {
      var _ =
          new Patience(READY_WITHIN)
              .until(
                  "a tap at %s not to be refused".formatted(serial),
                  () -> new Taps(stage, serial).reasonsNow(),
                  List::isEmpty);
    }
  }

  /** Its owner sets another amount to be held at a terminal. */
  public void setHold(String serial, long cents) {
    new Site(stage).carryOut(serial, register(cents, false));
  }

  /** The charging platform's request for a hold; the answer does not wait for the card. */
  public static Map<String, Object> holdRequest(String serial) {
    return Site.holdRequest(serial);
  }

  /** What the simulator is told when a card is tapped whose bank grants everything. */
  public static Map<String, Object> goodCard() {
    return Card.GRANTS_EVERYTHING.tap();
  }

  private static Register register(long cents, boolean overCommit) {
    return new Register(Amounts.eur(cents), overCommit);
  }
}
