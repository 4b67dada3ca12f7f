package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new PgException("lost race", "ERROR", "23505", null), Fault.CONFLICT),
        Arguments.of(new SQLException("deadlock", "40P01"), Fault.CONFLICT),
        Arguments.of(new SQLException("serialization", "40001"), Fault.CONFLICT),
        Arguments.of(new SQLException("shutting down", "57P01"), Fault.OUTAGE),
        Arguments.of(new SQLException("connection", "08006"), Fault.OUTAGE),
        Arguments.of(new SQLException("too many connections", "53300"), Fault.OUTAGE),
        Arguments.of(new SQLException("no such table", "42P01"), Fault.OUTAGE),
        Arguments.of(new SQLException("value too long", "22001"), Fault.CONTENT),
        Arguments.of(new SQLException("check", "23514"), Fault.CONTENT),
        Arguments.of(new SQLException("index row too large", "54000"), Fault.CONTENT),
        Arguments.of(new SQLException("nothing known"), Fault.OUTAGE),
        Arguments.of(new ConnectException("refused"), Fault.OUTAGE),
        Arguments.of(new IllegalStateException("the pool is closed"), Fault.OUTAGE),
        Arguments.of(new NullPointerException(), Fault.CONTENT),
        Arguments.of(new Unacceptable("stop before start"), Fault.CONTENT),
        Arguments.of(new WrittenByNewer("row 1", "the field tip", null), Fault.CONTENT),
        Arguments.of(
            new CompletionException(new IOException(new SQLException("check", "23514"))),
            Fault.CONTENT));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void blamesTheRecordOnlyWhereNoOtherTryCanHelp(Throwable failure, Fault fault) {
    assertThat(Fault.of(failure)).isEqualTo(fault);
  }
}
