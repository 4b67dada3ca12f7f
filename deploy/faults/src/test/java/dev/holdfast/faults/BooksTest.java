package dev.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BooksTest {
  private static final String HEADER =
      "reference,entryId,cause,account,side,amount,currency,detail\r\n";

  @Test
  void whatWasPaidBackIsNotTaken() throws Exception {
    assertThat(
            moves(
                line("a:AUTHORIZE:1", "s1", "RESERVED", 5_000),
                line("a:AUTHORIZE:1", "s1", "TAKEN", 2_340),
                line("a:AUTHORIZE:1", "s1", "GIVEN_BACK", 2_660),
                line("a:REFUND:3", "s1", "PAID_BACK", 340)))
        .containsExactly(Map.entry("a", new Moves(2_000, 1, 0)));
  }

  @Test
  void aHoldStandsUntilItIsTakenOrGivenBack() throws Exception {
    assertThat(moves(line("a:AUTHORIZE:1", "s1", "RESERVED", 5_000)))
        .containsExactly(Map.entry("a", new Moves(0, 0, 5_000)));
    assertThat(
            moves(
                line("a:AUTHORIZE:1", "s1", "RESERVED", 5_000),
                line("a:AUTHORIZE:1", "s1", "GIVEN_BACK", 5_000)))
        .containsExactly(Map.entry("a", Moves.NONE));
  }

  @Test
  void twoSessionsOfOnePaymentAreToldApart() throws Exception {
    assertThat(
            moves(
                line("a:AUTHORIZE:1", "s1", "RESERVED", 5_000),
                line("a:AUTHORIZE:1", "s1", "TAKEN", 6_000),
                line("a:AUTHORIZE:2", "s2", "RESERVED", 5_000),
                line("a:AUTHORIZE:3", "s3", "RESERVED", 5_000),
                line("a:AUTHORIZE:3", "s3", "TAKEN", 100)))
        .containsExactly(Map.entry("a", new Moves(6_100, 2, 5_000)));
  }

  @Test
  void feesAndPayoutsAreNotTheGatewaysDebtOfAPayment() {
    Ledger ledger =
        Ledger.read(
            HEADER
                + "a,1,CAPTURED,RECEIVABLE_FROM_GATEWAY,DEBIT,23.40,EUR,\r\n"
                + "a,2,REFUNDED,RECEIVABLE_FROM_GATEWAY,CREDIT,3.40,EUR,\r\n"
                + "a,3,GATEWAY_FEE,RECEIVABLE_FROM_GATEWAY,CREDIT,0.30,EUR,\r\n"
                + "a,4,PAID_OUT,RECEIVABLE_FROM_GATEWAY,CREDIT,19.70,EUR,\r\n");

    assertThat(ledger.receivable()).containsExactly(Map.entry("a", 2_000L));
    assertThat(ledger.doubled()).isEmpty();
  }

  @Test
  void theSameEntryUnderTwoNamesIsBookedTwice() {
    Ledger ledger =
        Ledger.read(
            HEADER
                + "a,1,CAPTURED,RECEIVABLE_FROM_GATEWAY,DEBIT,23.40,EUR,\r\n"
                + "a,2,CAPTURED,RECEIVABLE_FROM_GATEWAY,DEBIT,23.40,EUR,\r\n");

    assertThat(ledger.doubled()).containsExactly(Map.entry("a", "CAPTURED"));
  }

  @Test
  void readsQuotedCells() {
    assertThat(Csv.read("a,b\r\n\"one, and \"\"two\"\"\",\r\n,3\r\n"))
        .containsExactly(Map.of("a", "one, and \"two\"", "b", ""), Map.of("a", "", "b", "3"));
  }

  private static Map<String, Moves> moves(String... lines) throws Exception {
    JsonNode journal = new ObjectMapper().readTree("[" + String.join(",", lines) + "]");
    return Moves.read(journal);
  }

  private static String line(String reference, String session, String kind, long cents) {
    return "{\"reference\":\"%s\",\"sessionId\":\"%s\",\"kind\":\"%s\",\"minorUnits\":%d}"
        .formatted(reference, session, kind, cents);
  }
}
