package dev.holdfast.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LedgersTest {
  @Test
  void onlyWhatWasTakenCounts() throws IOException {
    assertThat(
            Ledgers.taken(
                json(
                    """
                    [{"kind":"RESERVED","minorUnits":5000,"currency":"EUR"},
                     {"kind":"TAKEN","minorUnits":2340,"currency":"EUR"},
                     {"kind":"GIVEN_BACK","minorUnits":2660,"currency":"EUR"}]
                    """)))
        .isEqualTo(Amounts.eur(2340));
  }

  @Test
  void whatWasPaidBackIsNotTakenAnyMore() throws IOException {
    assertThat(
            Ledgers.taken(
                json(
                    """
                    [{"kind":"TAKEN","minorUnits":2340,"currency":"EUR"},
                     {"kind":"PAID_BACK","minorUnits":340,"currency":"EUR"}]
                    """)))
        .isEqualTo(Amounts.eur(2000));
  }

  @Test
  void receivableFromGatewayIsDebitsMinusCredits() throws IOException {
    assertThat(
            Ledgers.receivableFromGateway(
                json(
                    """
                    [{"cause":"CAPTURED","lines":[
                       {"account":"RECEIVABLE_FROM_GATEWAY","side":"DEBIT","amount":{"minorUnits":2340,"currency":"EUR"}},
                       {"account":"RECEIVABLE_FROM_CARD_HOLDER","side":"CREDIT","amount":{"minorUnits":2340,"currency":"EUR"}}]},
                     {"cause":"REFUNDED","lines":[
                       {"account":"RECEIVABLE_FROM_GATEWAY","side":"CREDIT","amount":{"minorUnits":340,"currency":"EUR"}}]},
                     {"cause":"GATEWAY_FEE","lines":[
                       {"account":"RECEIVABLE_FROM_GATEWAY","side":"CREDIT","amount":{"minorUnits":30,"currency":"EUR"}}]},
                     {"cause":"PAID_OUT","lines":[
                       {"account":"RECEIVABLE_FROM_GATEWAY","side":"CREDIT","amount":{"minorUnits":2000,"currency":"EUR"}}]}]
                    """)))
        .isEqualTo(Amounts.eur(2000));
  }

  @Test
  void nothingBookedIsZero() throws IOException {
    assertThat(Ledgers.receivableFromGateway(json("[]"))).isEqualTo(Amounts.eur(0));
  }

  @Test
  void differenceOfACentIsSeen() {
    assertThat(new Ledgers.Pair("r", Amounts.eur(2340), Amounts.eur(2340)).isEqual()).isTrue();
    assertThat(new Ledgers.Pair("r", Amounts.eur(2340), Amounts.eur(2339)).cells())
        .containsExactly("r", "23.40 EUR", "23.39 EUR", "NO");
  }

  @Test
  void attemptBelongsToThePaymentThatItIsNamedAfter() {
    assertThat(Ledgers.payment("0199-aa:AUTHORIZE:1")).isEqualTo("0199-aa");
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
