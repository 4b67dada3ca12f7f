package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Texts;
import dev.holdfast.settlement.core.Totals;
import dev.holdfast.settlement.core.journal.AccountBalance;
import dev.holdfast.settlement.core.journal.AgePlace;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.core.journal.ManualFilter;
import dev.holdfast.settlement.core.report.Chargeback;
import dev.holdfast.settlement.core.report.GatewayAccount;
import dev.holdfast.settlement.core.report.Movement;
import dev.holdfast.settlement.core.report.ReportHeading;

/**
 * Places in lists, as {@code after} takes them. An id of a CPO may hold any sign, so it stands
 * last.
 */
final class Places {
  private static final String SIGN = "~";

  private Places() {}

  static String text(AccountBalance.Place place) {
    return String.join(SIGN, place.currency(), place.account(), place.cpoId());
  }

  static AccountBalance.Place ofBalance(String text) {
    var parts = parts(text, 3);
    if (!parts[0].matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(text);
    }
    return new AccountBalance.Place(parts[2], parts[0], parts[1]);
  }

  static String text(AgePlace place) {
    return String.join(SIGN, String.valueOf(place.age()), place.currency(), place.cpoId());
  }

  static AgePlace ofAge(String text) {
    var parts = parts(text, 3);
    return new AgePlace(parts[2], parts[1], Integer.parseInt(parts[0]));
  }

  static String text(Totals.Place place) {
    return String.join(SIGN, place.from().toString(), place.currency(), place.cpoId());
  }

  static Totals.Place ofTotals(String text) {
    var parts = parts(text, 3);
    return new Totals.Place(Texts.instant(parts[0]), parts[2], parts[1]);
  }

  static String text(BookedEntry.Place place) {
    return String.join(
        SIGN,
        place.bookingDay().toString(),
        place.bookedAt().toString(),
        place.entryId().toString());
  }

  static BookedEntry.Place ofEntry(String text) {
    var parts = parts(text, 3);
    return new BookedEntry.Place(
        Texts.day(parts[0]), Texts.instant(parts[1]), Texts.uuid(parts[2]));
  }

  static String text(ManualEntry entry) {
    return String.join(SIGN, entry.voucher().asked().at().toString(), entry.id().toString());
  }

  static ManualFilter.Place ofManualEntry(String text) {
    var parts = parts(text, 2);
    return new ManualFilter.Place(Texts.instant(parts[0]), Texts.uuid(parts[1]));
  }

  static String text(ReportHeading.Place place) {
    return String.join(SIGN, place.importedAt().toString(), place.id().toString());
  }

  static ReportHeading.Place ofReport(String text) {
    var parts = parts(text, 2);
    return new ReportHeading.Place(Texts.instant(parts[0]), Texts.uuid(parts[1]));
  }

  static String text(Movement.Place place) {
    return String.join(
        SIGN,
        place.movedAt().toString(),
        place.reference().toString(),
        String.valueOf(place.attempt()));
  }

  static Movement.Place ofMovement(String text) {
    var parts = parts(text, 3);
    return new Movement.Place(
        Texts.instant(parts[0]), Texts.uuid(parts[1]), Integer.parseInt(parts[2]));
  }

  static String text(Chargeback.Place place) {
    return String.join(SIGN, place.answerBy().toString(), place.id());
  }

  static Chargeback.Place ofChargeback(String text) {
    var parts = parts(text, 2);
    return new Chargeback.Place(Texts.instant(parts[0]), parts[1]);
  }

  static String text(GatewayAccount.Name account) {
    return String.join(SIGN, account.gateway(), account.account());
  }

  static GatewayAccount.Name ofAccount(String text) {
    var parts = parts(text, 2);
    return new GatewayAccount.Name(parts[0], parts[1]);
  }

  private static String[] parts(String text, int count) {
    var parts = text.split(SIGN, count);
    if (parts.length < count) {
      throw new IllegalArgumentException(text);
    }
    return parts;
  }
}
