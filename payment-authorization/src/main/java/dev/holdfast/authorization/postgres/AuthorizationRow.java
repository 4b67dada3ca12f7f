package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.Agenda;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Summary;
import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.core.admission.RequestKey;
import dev.holdfast.delivery.WrittenByNewer;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authorization as a row, with the work that is due for it. Any row can be loaded; one that a
 * newer version wrote has no state here, see {@link #toState}.
 */
@Entity
@Table(name = "authorizations")
public class AuthorizationRow {
  @Id private UUID reference;
  private Instant changedAt;
  @Embedded private StateColumns state;
  @Embedded private TapColumns tap;
  @Embedded private HistoryColumns history;
  @Embedded private MoneyColumns money;

  /** Null where all its columns are, as Hibernate has it. */
  @Embedded private @Nullable WorkColumns work;

  private @Nullable String idempotencyKey;
  private @Nullable String requestDigest;

  /** For Hibernate, which fills every field afterwards. */
  @SuppressWarnings("NullAway.Init")
  protected AuthorizationRow() {}

  /** The row of an authorization, as it was at that moment. */
  public static AuthorizationRow of(
      Authorization state, @Nullable Agenda agenda, Instant at, @Nullable RequestKey key) {
    var row = new AuthorizationRow();
    row.reference = state.tap().reference();
    row.become(state, agenda, at);
    if (key != null) {
      row.nameRequest(key);
    }
    return row;
  }

  /** Takes on a new state and the work that it asks for; null when nothing is left to do. */
  public void become(Authorization newState, @Nullable Agenda agenda, Instant now) {
    var summary = Summary.of(newState);
    state = StateColumns.of(newState, summary);
    changedAt = now;
    tap = TapColumns.of(newState.tap());
    history = HistoryColumns.of(newState.history());
    money = MoneyColumns.of(summary);
    work = agenda == null ? null : WorkColumns.of(agenda, null);
  }

  /**
   * The state that the row holds.
   *
   * @throws WrittenByNewer if there is something in it that this version does not know
   */
  public Authorization toState() {
    try {
      work(); // whoever decides on the row replaces it
      return state.toState(tap.toTap(reference), history.toHistory(tap.unit(), changedAt), money);
    } catch (IllegalArgumentException | NullPointerException | DateTimeException unknown) {
      throw new WrittenByNewer(
          "authorization " + reference, String.valueOf(unknown.getMessage()), unknown);
    }
  }

  /** The state that the row holds; empty where only a newer version can read it. */
  public Optional<Authorization> known() {
    try {
      return Optional.of(toState());
    } catch (WrittenByNewer unknown) {
      return Optional.empty();
    }
  }

  /**
   * The due work is that instance's now.
   *
   * @param ifAbandoned what is left to do, and when, should it not end the work
   */
  public void claim(Agenda ifAbandoned, String instance) {
    work = WorkColumns.of(ifAbandoned, instance);
  }

  /** Who has claimed the work and not ended it; empty where nobody has, or it was given back. */
  public Optional<String> claimedBy() {
    return Optional.ofNullable(work).map(WorkColumns::claimedBy);
  }

  /** What must be done next; empty when nothing is left to do. */
  public Optional<Work> work() {
    return Optional.ofNullable(work).flatMap(WorkColumns::next);
  }

  /** Takes on the name of the request that asked for it, if it has none yet. */
  public void nameRequest(RequestKey key) {
    if (idempotencyKey == null) {
      idempotencyKey = key.key();
      requestDigest = key.digest();
    }
  }

  /** Was the hold asked for by a request with these contents? */
  public boolean isAnswerTo(RequestKey key) {
    return key.key().equals(idempotencyKey) && key.digest().equals(requestDigest);
  }

  /** The authorization reference. */
  public UUID reference() {
    return reference;
  }

  /** Whose gateway moves the money. */
  public String vendor() {
    return tap.vendor();
  }

  /** Grows by one with every change. */
  public long version() {
    return history.version();
  }

  /** The terminal that the hold was asked for at. */
  public String terminalSerial() {
    return tap.terminalSerial();
  }

  /** When the hold was asked for. */
  public Instant requestedAt() {
    return tap.requestedAt();
  }

  /** When the state last changed. */
  public Instant changedAt() {
    return changedAt;
  }
}
