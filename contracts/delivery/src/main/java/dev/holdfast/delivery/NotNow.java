package dev.holdfast.delivery;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a REST door answers where another try may end otherwise: 503, and when to ask again. */
@Singleton
class NotNow {
  private static final int SOON_SECONDS = 5;
  private static final int AFTER_AN_UPGRADE_SECONDS = 60;

  @ServerExceptionMapper
  Response commitUnknown(CommitUnknown unknown) {
    return askAgain(String.valueOf(unknown.getMessage()), SOON_SECONDS);
  }

  @ServerExceptionMapper
  Response writtenByNewer(WrittenByNewer newer) {
    String until = ": ask again when the newer version runs everywhere";
    return askAgain(newer.getMessage() + until, AFTER_AN_UPGRADE_SECONDS);
  }

  private static Response askAgain(String detail, int seconds) {
    return HttpProblem.builder()
        .withStatus(Status.SERVICE_UNAVAILABLE)
        .withTitle(Status.SERVICE_UNAVAILABLE.getReasonPhrase())
        .withDetail(CardNumbers.masked(detail))
        .with("retryAfter", seconds)
        .withHeader(HttpHeaders.RETRY_AFTER, seconds)
        .build()
        .toResponse();
  }
}
