package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A card that is held to a reader.
 *
 * @param declineCode what its bank says where it declines
 * @param captureBefore until when what it approves can be captured, in seconds since 1970
 */
record Card(
    @Nullable Bank bank,
    @Nullable String declineCode,
    @Nullable Long captureBefore,
    @Nullable String brand,
    @Nullable String lastFour) {
  /** In person two days where the network says nothing else (docs: place a hold). */
  private static final long TWO_DAYS = 172_800;

  /** Passes for a card number: whoever keeps it has kept too much. */
  private static final String NETWORK_ID = "4111111111111111";

  private static final String NO_MONEY = "insufficient_funds";
  private static final String PIN = "online_or_offline_pin_required";

  Bank bankOrDefault() {
    return bank == null ? Bank.APPROVES : bank;
  }

  String reason() {
    if (bankOrDefault() == Bank.WANTS_PIN) {
      return PIN;
    }
    return declineCode == null ? NO_MONEY : declineCode;
  }

  /** The same card, inserted and with the right PIN. */
  Card withPin() {
    return new Card(Bank.APPROVES, null, captureBefore, brand, lastFour);
  }

  /** As a charge shows it; also as a payment method does, without what only a charge has. */
  ObjectNode present(boolean inserted) {
    var card = Json.object();
    card.put("brand", brand == null ? "visa" : brand);
    card.putNull("cardholder_name").put("country", "NL").put("exp_month", 12);
    card.put("exp_year", 2031).put("fingerprint", "Zm9vYmFy").put("funding", "debit");
    card.put("last4", lastFour == null ? "4242" : lastFour);
    card.put("read_method", inserted ? "contact_emv" : "contactless_emv");
    return card;
  }

  ObjectNode charged(long amount, boolean inserted, boolean approved, Instant now) {
    var card = present(inserted);
    card.putNull("brand_product").putNull("emv_auth_data").putNull("generated_card");
    card.putNull("offline").putNull("preferred_locales").putNull("receipt");
    card.putNull("amount_authorized");
    card.put("network", "visa")
        .put("network_transaction_id", NETWORK_ID)
        .put("overcapture_supported", false);
    card.put("incremental_authorization_supported", bankOrDefault() != Bank.KNOWS_NO_INCREMENT);
    if (approved) {
      card.put("amount_authorized", amount);
      card.put(
          "capture_before",
          captureBefore == null ? now.getEpochSecond() + TWO_DAYS : captureBefore);
    }
    return card;
  }
}
