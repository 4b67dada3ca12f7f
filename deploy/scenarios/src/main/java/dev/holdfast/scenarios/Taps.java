package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.scenarios.Step.AskForHold;
import dev.holdfast.scenarios.Step.AwaitAuthorization;
import dev.holdfast.scenarios.Step.AwaitSettlement;
import dev.holdfast.scenarios.Step.CancelHold;
import dev.holdfast.scenarios.Step.TapCard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Taps at one terminal that show whether it takes a card; what they hold is given back. */
final class Taps {
  private static final Duration NEWS = Duration.ofSeconds(30);
  private static final int CONFLICT = 409;
  private static final List<Step> HOLD =
      List.of(new AskForHold(), new TapCard(), new AwaitAuthorization("HELD"));
  private static final List<Step> GIVE_BACK =
      List.of(new CancelHold(), new AwaitAuthorization("RELEASED"), new AwaitSettlement("SETTLED"));

  private final Stage stage;
  private final String serial;
  private final List<String> references = new ArrayList<>();

  Taps(Stage stage, String serial) {
    this.stage = stage;
    this.serial = serial;
  }

  /** Of the payments that were made. */
  List<String> references() {
    return List.copyOf(references);
  }

  /** A card is held on, and the hold given back. */
  Tap.Held held() {
    Player player = new Player(stage, Card.GRANTS_EVERYTHING, serial);
    try {
      player.play(HOLD);
    } finally {
      references.add(player.reference());
    }
    JsonNode payment = stage.frontDoor().get("/authorizations/" + player.reference());
    player.play(GIVE_BACK);
    var _ =
        new Patience(NEWS)
            .until(
                "the gateway's journal to show the hold of %s given back"
                    .formatted(player.reference()),
                () -> stage.simulator().get("/simulator/journal?reference=" + player.reference()),
                journal -> journal.findValuesAsText("kind").contains("GIVEN_BACK"));
    return new Tap.Held(Objects.requireNonNull(Amounts.of(payment.path("authorized"))));
  }

  /** A tap, made once payment-authorization has heard of these reasons and no others. */
  Tap refused(List<String> reasons) {
    var _ =
        new Patience(NEWS)
            .until(
                "a tap at %s refused for %s".formatted(serial, reasons),
                this::tryWithoutHolding,
                answer -> reasons(answer).equals(reasons));
    RestApi.Answer answer = ask(Site.holdRequest(serial));
    return answer.status() == CONFLICT
        ? new Tap.Refused(reasons(answer))
        : new Tap.Other(answer.status());
  }

  /** Why a tap would be refused now; empty where it would not. */
  List<String> reasonsNow() {
    return reasons(tryWithoutHolding());
  }

  /** Asks for what can never be held: the terminal takes no dollars. */
  private RestApi.Answer tryWithoutHolding() {
    Map<String, Object> request = new HashMap<>(Site.holdRequest(serial));
    request.put("amount", Map.of("minorUnits", 1, "currency", "USD"));
    return ask(request);
  }

  private RestApi.Answer ask(Map<String, Object> request) {
    return stage.frontDoor().send("POST", "/authorizations", request);
  }

  private static List<String> reasons(RestApi.Answer answer) {
    return StreamSupport.stream(answer.body().path("reasons").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
