package dev.holdfast.scenarios;

import static dev.holdfast.scenarios.Amounts.eur;

import dev.holdfast.scenarios.Act.AddToCharger;
import dev.holdfast.scenarios.Act.AddToCloud;
import dev.holdfast.scenarios.Act.AskVendor;
import dev.holdfast.scenarios.Act.Contract;
import dev.holdfast.scenarios.Act.MakeKnown;
import dev.holdfast.scenarios.Act.Register;
import dev.holdfast.scenarios.Act.VendorSays;
import java.util.List;
import java.util.stream.Stream;

/** The rows of the second table: in the Netherlands a tap without PIN is good for 50.00 EUR. */
final class Complaints {
  private static final String SECOND_CPO = "NL-NXT";
  private static final Register FIFTY = register(5000);
  private static final Tap HELD_FIFTY = Tap.Held.eur(5000);

  static final List<Complaint> ALL =
      List.of(
          new Complaint(
              "healthy",
              Site.installation(FIFTY),
              new Finding(HELD_FIFTY, Advice.NONE, new Tap.None()),
              List.of()),
          new Complaint(
              "only in the vendor's PRODUCTION cloud",
              List.of(new AddToCloud("production"), FIFTY, new AddToCharger(Site.CPO)),
              refused("WRONG_VENDOR_ENVIRONMENT", new Advice(3, "FAIL", "VENDOR", "TEST")),
              List.of(new AddToCloud("test"), new AskVendor())),
          new Complaint(
              "in none of the vendor's clouds",
              List.of(FIFTY, new AddToCharger(Site.CPO)),
              refused("UNKNOWN_TO_VENDOR", new Advice(4, "FAIL", "VENDOR", "TEST")),
              List.of(new AddToCloud("test"), new AskVendor())),
          new Complaint(
              "charger moved to a CPO without a contract",
              installedAnd(FIFTY, new MakeKnown(SECOND_CPO), new AddToCharger(SECOND_CPO)),
              refused("CPO_NOT_CONTRACTED", new Advice(6, "FAIL", "PLATFORM", Site.CPO)),
              List.of(new Contract(SECOND_CPO))),
          new Complaint(
              "hold above the country's limit",
              Site.installation(register(6000)),
              refused("HOLD_ABOVE_LIMIT", new Advice(7, "FAIL", "CPO", "50.00 EUR")),
              List.of(FIFTY)),
          new Complaint(
              "hold below the country's limit",
              Site.installation(register(4000)),
              new Finding(
                  Tap.Held.eur(4000), new Advice(7, "WARN", "CPO", "50.00 EUR"), HELD_FIFTY),
              List.of(FIFTY)),
          // The last: an outage is everybody's.
          new Complaint(
              "vendor is down",
              installedAnd(FIFTY, new VendorSays("major_outage")),
              refused("VENDOR_DOWN", new Advice(1, "FAIL", "VENDOR", "TEST")),
              List.of(new VendorSays("operational"))));

  private Complaints() {}

  private static Register register(long holdMinorUnits) {
    return new Register(eur(holdMinorUnits), false);
  }

  private static Finding refused(String reason, Advice advice) {
    return new Finding(Tap.Refused.because(reason), advice, HELD_FIFTY);
  }

  private static List<Act> installedAnd(Register register, Act... then) {
    return Stream.concat(Site.installation(register).stream(), Stream.of(then)).toList();
  }
}
