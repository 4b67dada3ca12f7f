package dev.holdfast.delivery;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.PropertyValueException;

/** What a failure is to delivery: whom it blames, and so whether another try can help. */
public enum Fault {
  /** Another transaction was in the way: try again at once. */
  CONFLICT,
  /** Something that we need is away: try again until it is back. */
  OUTAGE,
  /** The record itself, or our code for it: no other try will end otherwise. */
  CONTENT;

  /** Judges a failure by its cause. */
  public static Fault of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<String> sqlState = sqlState(cause);
      if (sqlState.isPresent()) {
        return ofSqlState(sqlState.get());
      }
      if (isOurs(cause)) {
        return CONTENT;
      }
    }
    return OUTAGE;
  }

  private static Optional<String> sqlState(Throwable failure) {
    return switch (failure) {
      case SQLException sql -> Optional.ofNullable(sql.getSQLState());
      case PgException postgres -> Optional.ofNullable(postgres.getSqlState());
      default -> Optional.empty();
    };
  }

  private static Fault ofSqlState(String state) {
    return switch (state) {
      // serialization failure, deadlock, lock not available, lost race for a new key
      case "40001", "40P01", "55P03", "23505" -> CONFLICT;
      // bad data, broken constraint, more than the database can hold in one place
      default ->
          state.startsWith("22") || state.startsWith("23") || state.startsWith("54")
              ? CONTENT
              : OUTAGE;
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
}
