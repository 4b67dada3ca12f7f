package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UnderWayTest {
  private final UnderWay underWay = new UnderWay(Clock.systemUTC());

  @Test
  void seesWorkFromItsBeginningToItsEnd() {
    CompletableFuture<String> end = new CompletableFuture<>();
    Uni<String> work = underWay.watch("poll", () -> Uni.createFrom().completionStage(end));
    assertThat(underWay.since()).isEmpty();
    CompletableFuture<String> result = work.subscribeAsCompletionStage();
    assertThat(underWay.since()).containsOnlyKeys("poll");
    end.complete("done");
    assertThat(result).isCompletedWithValue("done");
    assertThat(underWay.since()).isEmpty();
  }

  @Test
  void seesNoMoreWhatHasFailedOrWasCancelled() {
    assertThatThrownBy(() ->
            underWay
                .watch(
                    "poll",
                    () -> {
                      throw new IllegalStateException("no");
                    })
                .await()
                .indefinitely())
        .hasMessage("no");
    underWay
        .watch("poll", () -> Uni.createFrom().nothing())
        .subscribe()
        .with(nothing -> {})
        .cancel();
    assertThat(underWay.since()).isEmpty();
  }

  @Test
  @SuppressWarnings("try") // the pieces are only begun and ended
  void tellsTheOldestOfOneName() {
    try (UnderWay.Piece first = underWay.begin("poll")) {
      Instant began = underWay.since().get("poll");
      try (UnderWay.Piece second = underWay.begin("poll")) {
        assertThat(underWay.since()).containsEntry("poll", began);
      }
    }
    assertThat(underWay.since()).isEmpty();
  }
}
