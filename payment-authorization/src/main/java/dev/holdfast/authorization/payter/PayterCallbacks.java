package dev.holdfast.authorization.payter;

import dev.holdfast.authorization.gateway.PaymentNews;
import dev.holdfast.doors.Problems;
import dev.holdfast.text.CardNumbers;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Takes Payter's callbacks: a card was read, or what an offline terminal had accepted was carried
 * out. What happened is asked of the cloud; of a callback nothing but whose it is counts, so
 * duplicates and any order do no harm.
 */
@Path(CallbackAddresses.PATH)
@Produces(MediaType.APPLICATION_JSON)
class PayterCallbacks {
  private static final int LONGEST_BYTES = 64 * 1024;

  /** What names a card or a session at the cloud may be digits, and is no card number. */
  private static final Pattern IDENTIFIER =
      Pattern.compile("\"(cardId|sessionId)\"\\s*:\\s*(\"[^\"]*\"|[0-9]+)");

  private static final String REMEDY =
      "use the callbackUrl that the start of this payment named, unchanged";

  private final CallbackAddresses addresses;
  private final PaymentNews news;

  PayterCallbacks(CallbackAddresses addresses, PaymentNews news) {
    this.addresses = addresses;
    this.news = news;
  }

  /** What became of a callback. */
  @Schema(examples = "{\"result\": \"read again\"}")
  record PayterAnswer(String result) {}

  @POST
  @Path("{reference}/{token}")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "takePayterNews",
      summary = "News from Payter of one payment: it is read again")
  public Uni<PayterAnswer> receive(
      @RestPath String reference, @RestPath String token, byte[] body) {
    checkBody(body);
    return news.of(payment(reference, token))
        .map(known -> {
          if (!known) {
            throw problem(404, "reference", "names no payment that is here", REMEDY);
          }
          return new PayterAnswer("read again");
        });
  }

  private UUID payment(String reference, String token) {
    try {
      var payment = UUID.fromString(reference);
      if (addresses.isTokenOf(payment, token)) {
        return payment;
      }
    } catch (IllegalArgumentException notOurs) {
      // said below: who guesses learns nothing from the difference
    }
    throw problem(403, "token", "is not the one of this payment", REMEDY);
  }

  private static void checkBody(byte[] body) {
    if (body.length > LONGEST_BYTES) {
      throw problem(413, "body", "is longer than %d bytes".formatted(LONGEST_BYTES), "send less");
    }
    var text = IDENTIFIER.matcher(new String(body, StandardCharsets.UTF_8)).replaceAll("");
    if (CardNumbers.anyIn(text)) {
      throw problem(
          400, "body", "holds what looks like a card number", "send at most the last four digits");
    }
  }

  private static HttpProblem problem(int status, String field, String problem, String remedy) {
    return Problems.of(status, "Callback refused", field, problem, remedy).build();
  }
}
