package dev.holdfast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentArgumentsTest {
  @Test
  void fiveASecondAreOfferedWhereNothingIsSaid() {
    assertThat(of("").offer()).isEqualTo(new Offer.AtRate(5));
  }

  @Test
  void wordsOfOthersAreLeftToThem() {
    assertThat(of("--drivers 25 --port 8081 --warm-up 3 --against v1.0~2"))
        .isEqualTo(
            new PaymentArguments(
                new Offer.Drivers(25),
                Duration.ofMinutes(3),
                Optional.of("v1.0~2"),
                List.of("--port", "8081")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--rate",
        "--rate 0",
        "--rate -1",
        "--rate 1e9",
        "--rate 201",
        "--drivers",
        "--drivers 0",
        "--drivers 1.5",
        "--drivers 501",
        "--rate 5 --drivers 5",
        "--rate 5 --rate 6",
        "--warm-up",
        "--warm-up 0",
        "--warm-up 61",
        "--against",
        "--against --force",
        "--against a;b"
      })
  void whatCannotBeMeantIsRefused(String words) {
    assertThatThrownBy(() -> of(words)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBacklogIsAsLargeAsIsAskedFor() {
    assertThat(SettlementArguments.of(List.of()).backlog()).isEqualTo(200_000);
    assertThat(SettlementArguments.of(List.of("--backlog", "20000", "--port", "1")))
        .isEqualTo(new SettlementArguments(20_000, List.of("--port", "1")));
    assertThatThrownBy(() -> SettlementArguments.of(List.of("--backlog", "999")))
        .hasMessage("--backlog needs a whole number from 1000 to 10000000.");
    assertThatThrownBy(() -> SettlementArguments.of(List.of("--backlog")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PaymentArguments of(String words) {
    return PaymentArguments.of(words.isEmpty() ? List.of() : List.of(words.split(" ")));
  }
}
