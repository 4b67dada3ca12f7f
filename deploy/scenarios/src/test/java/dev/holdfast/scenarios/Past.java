package dev.holdfast.scenarios;

import dev.holdfast.scenarios.Act.Register;
import dev.holdfast.scenarios.Step.AskForHold;
import dev.holdfast.scenarios.Step.AwaitAuthorization;
import dev.holdfast.scenarios.Step.AwaitSettlement;
import dev.holdfast.scenarios.Step.CloseSession;
import dev.holdfast.scenarios.Step.TapCard;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What has happened before the operator looks.
 *
 * @param above the payment of a session above its hold, which the bank refused to take whole
 * @param odd the payment of a session in another currency than its hold: a person must look at it
 * @param lost as the first, and its shortfall is to be written off
 */
record Past(String above, String odd, String lost) {
  /** The terminal where the bank refused. */
  static final String REFUSED = "P6826000200001";

  /** A terminal that is ready, where nobody was yet. */
  static final String FREE = "P6826000200002";

  /** A terminal that its vendor does not know. */
  static final String STRANGER = "P6826000200004";

  private static final String ODD = "P6826000200003";
  private static final String LOST = "P6826000200005";

  /** Lets it happen. */
  static Past happened(Stage stage) {
    var site = new Site(stage);
    site.contractCpo();
    var fifty = new Register(Amounts.eur(5000), true);
    List.of(REFUSED, FREE, ODD, LOST).forEach(serial -> site.install(serial, fifty));
    site.carryOut(STRANGER, fifty);
    site.carryOut(STRANGER, new Act.AddToCharger(Site.CPO));
    var dollars = Money.ofMinor(CurrencyUnit.USD, 2340);
    return new Past(
        pay(stage, REFUSED, Card.REFUSES_ABOVE_HOLD, Amounts.eur(6000), "SETTLED"),
        pay(stage, ODD, Card.GRANTS_EVERYTHING, dollars, "ATTENTION"),
        pay(stage, LOST, Card.REFUSES_ABOVE_HOLD, Amounts.eur(6000), "SETTLED"));
  }

  /** Each view, with something to see. */
  List<String> views() {
    return List.of(
        "/",
        "/terminals",
        "/terminals/" + STRANGER,
        "/payments",
        "/payments/" + above,
        "/finance",
        "/finance/settlements",
        "/finance/journal",
        "/finance/trial-balance",
        "/finance/days?cpo=" + Site.CPO,
        "/finance/reports",
        "/finance/unreported",
        "/finance/chargebacks",
        "/finance/accounts",
        "/attention");
  }

  private static String pay(Stage stage, String serial, Card card, Money total, String status) {
    var player = new Player(stage, card, serial);
    player.play(
        List.of(
            new AskForHold(),
            new TapCard(),
            new AwaitAuthorization("HELD"),
            new CloseSession(total, 1),
            new AwaitSettlement(status)));
    return player.reference();
  }
}
