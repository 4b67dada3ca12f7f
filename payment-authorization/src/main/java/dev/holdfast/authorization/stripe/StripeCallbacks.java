package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.gateway.PaymentNews;
import dev.holdfast.doors.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.config.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestHeader;

/**
 * Takes Stripe's callbacks. A callback only has its payment read again, so duplicates, replays and
 * any order do no harm, and a forged one would learn and change nothing.
 */
@Path("/callbacks/stripe")
@Produces(MediaType.APPLICATION_JSON)
class StripeCallbacks {
  private static final int LONGEST_BYTES = 256 * 1024;
  private static final String SIGNATURE = "Stripe-Signature";
  private static final String REMEDY =
      "send the unchanged body with the signature of this endpoint's secret, as Stripe does";

  private final StripeSettings settings;
  private final StripeAccount account;
  private final Waiters waiters;
  private final PaymentNews news;
  private final Clock clock;

  StripeCallbacks(
      StripeSettings settings,
      StripeAccount account,
      Waiters waiters,
      PaymentNews news,
      Clock clock) {
    this.settings = settings;
    this.account = account;
    this.waiters = waiters;
    this.news = news;
    this.clock = clock;
  }

  /** What became of a callback. */
  @Schema(examples = "{\"result\": \"read again\"}")
  record StripeAnswer(String result) {}

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "takeStripeNews",
      summary = "News from Stripe: the payment is read again; 200 also for what is none of ours")
  public Uni<StripeAnswer> receive(@RestHeader(SIGNATURE) Optional<String> signature, byte[] body) {
    checkSize(body);
    checkSignature(signature.orElse(""), body);
    var json = Reply.tree(new String(body, StandardCharsets.UTF_8));
    if (StripeEvent.isThin(json)) {
      return answer("ignored: a thin event; send snapshots of the events of API v1");
    }
    return StripeEvent.of(json)
        .map(this::read)
        .orElseThrow(() -> problem(400, "body", "is no event of Stripe", REMEDY));
  }

  private Uni<StripeAnswer> read(StripeEvent event) {
    if (event.live() != account.isLive()) {
      return answer("ignored: it is of the other mode, test or live, than this account's key");
    }
    if (event.intent().isEmpty() && event.reference().isEmpty()) {
      return answer("ignored: it names no payment");
    }
    event.intent().ifPresent(waiters::wake);
    return event
        .reference()
        .map(reference -> news.of(reference).chain(() -> answer("read again")))
        .orElseGet(() -> answer("read again if its card is awaited here"));
  }

  private static Uni<StripeAnswer> answer(String result) {
    return Uni.createFrom().item(new StripeAnswer(result));
  }

  private static void checkSize(byte[] body) {
    if (body.length > LONGEST_BYTES) {
      throw problem(
          413, "body", "is longer than %d bytes".formatted(LONGEST_BYTES), "send one event");
    }
  }

  private void checkSignature(String header, byte[] body) {
    var secret =
        settings
            .webhookSecret()
            .map(Secret::get)
            .orElseThrow(() ->
                problem(
                    404,
                    SIGNATURE,
                    "cannot be checked: no callbacks of Stripe are taken here",
                    "set holdfast.stripe.webhook-secret"));
    switch (Signature.check(header, body, secret, clock.instant())) {
      case GOOD -> {}
      case MALFORMED -> throw problem(400, SIGNATURE, "is missing or malformed", REMEDY);
      case WRONG -> throw problem(400, SIGNATURE, "does not fit the body", REMEDY);
      case OUT_OF_TIME ->
          throw problem(
              400,
              SIGNATURE,
              "was made more than %d s ago or ahead".formatted(Signature.TOLERANCE.toSeconds()),
              "set the clocks, or send it again with a new signature");
    }
  }

  private static HttpProblem problem(int status, String field, String problem, String remedy) {
    return Problems.of(status, "Callback refused", field, problem, remedy).build();
  }
}
