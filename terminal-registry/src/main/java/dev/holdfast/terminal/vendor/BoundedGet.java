package dev.holdfast.terminal.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.terminal.vendor.BoundedGet.Reply.Answered;
import dev.holdfast.terminal.vendor.BoundedGet.Reply.Unanswered;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The way to an outside party. Whatever is asked there ends in time, body included, and takes its
 * connection with it; whatever comes of it is a value. A redirect is not followed: headers may hold
 * a key, which goes to no other address.
 */
public final class BoundedGet {
  /** It keeps no connections waiting for each other: one that stalls holds up only itself. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final String whom;
  private final String address;
  private final Duration timeout;
  private final long longestBytes;

  /**
   * Asks at an address.
   *
   * @param whom as a reason names it: the cloud
   * @param timeout from the question to the end of the answer
   * @param longestBytes an answer with more is not read to its end
   */
  public BoundedGet(String whom, URI address, Duration timeout, long longestBytes) {
    this.whom = whom;
    this.address = address.toString().replaceAll("/+$", "");
    this.timeout = timeout;
    this.longestBytes = longestBytes;
  }

  /** What came of a question. */
  public sealed interface Reply {
    /** An answer, of whatever status. */
    record Answered(int status, String body) implements Reply {}

    /** None, and why, in words for a person. */
    record Unanswered(String why) implements Reply {}
  }

  /** Asks for what is at that path behind the address; never fails. */
  public Uni<Reply> get(String path, Map<String, String> headers) {
    return Uni.createFrom()
        .deferred(() -> send(request(path, headers)).emitOn(here()))
        .ifNoItem()
        .after(timeout)
        .fail()
        .<Reply>map(answer -> new Answered(answer.statusCode(), answer.body()))
        .onFailure()
        .recoverWithItem(failure -> new Unanswered(why(failure)));
  }

  private HttpRequest request(String path, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(URI.create(address + path));
    headers.forEach(request::setHeader);
    return request.build();
  }

  /** Given up, it closes its connection: whatever still came there would be nobody's answer. */
  private Uni<HttpResponse<String>> send(HttpRequest request) {
    return Uni.createFrom()
        .emitter(asked -> {
          var bounded = BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), longestBytes);
          var answer = HTTP.sendAsync(request, bounded);
          asked.onTermination(() -> answer.cancel(true));
          var _ =
              answer.whenComplete((said, failure) -> {
                if (failure == null) {
                  asked.complete(said);
                } else {
                  asked.fail(failure);
                }
              });
        });
  }

  /** The client answers on threads of its own; who asks goes on where it was. */
  private static Executor here() {
    var context = Vertx.currentContext();
    return context == null ? Runnable::run : task -> context.runOnContext(_ -> task.run());
  }

  private String why(Throwable failure) {
    return switch (cause(failure)) {
      case TimeoutException _ -> whom + " gave no answer within " + timeout.toMillis() + " ms";
      case IOException tooLong when isTooLong(tooLong) -> whom + "'s answer is too long";
      case IOException _ -> whom + " cannot be reached";
      default -> whom + "'s answer cannot be read";
    };
  }

  private static Throwable cause(Throwable failure) {
    var cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  /** As the client words it; it has no type of its own. */
  private static boolean isTooLong(@Nullable Throwable failure) {
    return failure != null
        && (String.valueOf(failure.getMessage()).contains("body exceeds capacity")
            || isTooLong(failure.getCause()));
  }
}
