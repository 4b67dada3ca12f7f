package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.netty.handler.timeout.ReadTimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
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
        Arguments.of(new SQLException("lock not available", "55P03"), Fault.OUTAGE),
        Arguments.of(new SQLException("idle in transaction", "25P03"), Fault.OUTAGE),
        Arguments.of(new SQLException("statement took too long", "57014"), Fault.UNKNOWN),
        Arguments.of(new SQLException("index is corrupt", "XX002"), Fault.UNKNOWN),
        Arguments.of(new CommitUnknown(new SQLException("?", "XX000")), Fault.OUTAGE),
        Arguments.of(ClosedConnectionException.INSTANCE, Fault.OUTAGE),
        Arguments.of(ReadTimeoutException.INSTANCE, Fault.OUTAGE),
        Arguments.of(new ConnectionPoolTooBusyException("1001 wait"), Fault.OUTAGE),
        Arguments.of(new RuntimeException(new TimeoutException()), Fault.OUTAGE),
        Arguments.of(new org.apache.kafka.common.errors.TimeoutException(), Fault.OUTAGE),
        Arguments.of(new WebApplicationException(503), Fault.OUTAGE),
        Arguments.of(new JsonParseException(null, "no JSON"), Fault.UNKNOWN),
        Arguments.of(new IllegalStateException("we did not expect this"), Fault.UNKNOWN),
        Arguments.of(new StackOverflowError(), Fault.UNKNOWN),
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
