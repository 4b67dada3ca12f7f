package dev.holdfast.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.channel.ChannelException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.hibernate.PropertyValueException;

/** What a failure is to delivery: whom it blames, and so whether another try can help. */
public enum Fault {
  /** Another transaction was in the way: try again at once. */
  CONFLICT,
  /** Something that we need is away: try again until it is back. */
  OUTAGE,
  /** The record itself, or our code for it: no other try will end otherwise. */
  CONTENT,
  /**
   * Nothing that is known: it may be an outage, so it is tried again a good number of times; then
   * it is taken for the content, which must not stop what comes behind it.
   */
  UNKNOWN;

  /** Judges a failure by its cause. */
  public static Fault of(Throwable failure) {
    Fault fault = UNKNOWN;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<String> sqlState = sqlState(cause);
      if (cause instanceof CommitUnknown) {
        return OUTAGE;
      }
      if (sqlState.isPresent()) {
        return ofSqlState(sqlState.get());
      }
      if (isOurs(cause)) {
        return CONTENT;
      }
      if (isAway(cause)) {
        fault = OUTAGE;
      }
    }
    return fault;
  }

  static Optional<String> sqlState(Throwable failure) {
    return switch (failure) {
      case SQLException sql -> Optional.ofNullable(sql.getSQLState());
      case PgException postgres -> Optional.ofNullable(postgres.getSqlState());
      default -> Optional.empty();
    };
  }

  private static Fault ofSqlState(String state) {
    return switch (state) {
      // serialization failure, deadlock, lost race for a new key
      case "40001", "40P01", "23505" -> CONFLICT;
      // cancelled, as it took too long: the statement may be too much for one poll
      case "57014" -> UNKNOWN;
      // nothing was said in the transaction for too long
      case "25P03" -> OUTAGE;
      default -> ofSqlStateClass(state.substring(0, 2));
    };
  }

  private static Fault ofSqlStateClass(String family) {
    return switch (family) {
      // bad data, broken constraint, more than the database can hold in one place
      case "22", "23", "54" -> CONTENT;
      // connection, login, no such database or table or right, resources, a lock that somebody
      // holds who may be gone, somebody stopped it, its disk
      case "08", "28", "3D", "42", "53", "55", "57", "58" -> OUTAGE;
      default -> UNKNOWN;
    };
  }

  private static boolean isOurs(Throwable failure) {
    return failure instanceof Unacceptable
        || failure instanceof WrittenByNewer
        || failure instanceof NullPointerException
        || failure instanceof IllegalArgumentException
        || failure instanceof ArithmeticException
        || failure instanceof ClassCastException
        || failure instanceof IndexOutOfBoundsException
        || failure instanceof UnsupportedOperationException
        || failure instanceof MatchException
        || failure instanceof PropertyValueException;
  }

  private static boolean isAway(Throwable failure) {
    return (failure instanceof IOException && !(failure instanceof JsonProcessingException))
        || failure instanceof UncheckedIOException
        || failure instanceof SQLException
        || failure instanceof TimeoutException
        || failure instanceof io.smallrye.mutiny.TimeoutException
        || failure instanceof VertxException
        || failure instanceof ChannelException
        || failure instanceof NoStackTraceThrowable
        || failure instanceof KafkaException
        || failure instanceof ProcessingException
        || failure instanceof WebApplicationException
        || failure instanceof RejectedExecutionException
        || failure instanceof CancellationException;
  }
}
