package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonTest {
  private static final RawRecord RECORD =
      new RawRecord("session-started.v1", 3, 17, Map.of(), new byte[0], new byte[0]);

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new Unacceptable("total: is below zero"), "total: is below zero"),
        Arguments.of(new CompletionException(new Unacceptable("too late")), "too late"),
        Arguments.of(
            new CompletionException(new WrittenByNewer("payment 1", "the field tip", null)),
            "payment 1 was written by a newer version of this service: this one does not know the"
                + " field tip. The record waits for the newer version and is replayed by itself"),
        Arguments.of(new IllegalArgumentException("a rule of ours"), "a rule of ours"),
        Arguments.of(
            new RuntimeException(new SQLException("insert into started (x)", "22001")),
            "One of its texts is longer than the service can keep. The log tells the cause where it"
                + " names session-started.v1/3/17; mend it, then replay"),
        Arguments.of(
            new Unacceptable("holds \0 and 4111 1111 1111 1111"),
            "holds \ufffd and ***************1111"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isASentence(Throwable failure, String sentence) {
    assertThat(Reason.of(RECORD, failure)).isEqualTo(sentence);
  }

  static Stream<Throwable> faultsOfSoftware() {
    return Stream.of(
        new NullPointerException("Cannot invoke \"dev.holdfast.Money.amount()\""),
        new IllegalStateException("org.hibernate.Session is closed"),
        numberFormat(),
        new SQLException("syntax error in select * from started", "42601"),
        new SQLException("violates check constraint \"started_session_id_check\"", "23514"));
  }

  @ParameterizedTest
  @MethodSource("faultsOfSoftware")
  void tellsNothingOfWhatThePartsOfTheSoftwareAreCalled(Throwable failure) {
    assertThat(Reason.of(RECORD, failure))
        .contains("session-started.v1/3/17")
        .doesNotContainPattern("select|dev\\.holdfast|org\\.|java\\.|Exception|started_session_id");
  }

  @Test
  void saysWhichRecordsWaitForANewerVersion() {
    var newer = new RuntimeException(new WrittenByNewer("payment 1", "the field tip", null));
    assertThat(Parked.of(RECORD, newer).waitsForNewer()).isTrue();
    assertThat(Parked.of(RECORD, new Unacceptable("total: is below zero")).waitsForNewer())
        .isFalse();
  }

  private static Throwable numberFormat() {
    try {
      return new IllegalStateException("parsed: " + Integer.parseInt("java.lang.Integer"));
    } catch (NumberFormatException expected) {
      return expected;
    }
  }
}
