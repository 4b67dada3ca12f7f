package dev.holdfast.delivery;

import dev.holdfast.doors.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a REST door answers where another try may end otherwise: 503, and when to ask again. */
@Singleton
class NotNow {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration AFTER_AN_UPGRADE = Duration.ofMinutes(1);

  @ServerExceptionMapper
  Response commitUnknown(CommitUnknown unknown) {
    return Problems.notNow(
            "Commit unknown",
            String.valueOf(unknown.getMessage()),
            "ask again with the same key or version",
            SOON)
        .toResponse();
  }

  @ServerExceptionMapper
  Response writtenByNewer(WrittenByNewer newer) {
    return Problems.notNow(
            "Written by a newer version",
            String.valueOf(newer.getMessage()),
            "ask again when the newer version runs everywhere",
            AFTER_AN_UPGRADE)
        .toResponse();
  }
}
