package dev.holdfast.authorization.postgres;

import static java.util.Objects.requireNonNull;

import dev.holdfast.authorization.core.Agenda;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Status;
import dev.holdfast.authorization.core.Summary;
import dev.holdfast.authorization.core.Work;
import dev.holdfast.delivery.WrittenByNewer;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An authorization as a row, with the work that is due for it. Any row can be loaded; one that a
 * newer version wrote has no state here, see {@link #toState}.
 */
@Entity
@Table(name = "authorizations")
public class AuthorizationRow {
  @Id private UUID reference;

  private String status;

  private Instant changedAt;
  @Embedded private TapColumns tap;
  @Embedded private TrailColumns trail;
  @Embedded private MoneyColumns money;
  private @Nullable String reason;

  private String rungsLeft;

  private boolean expiring;

  @SuppressWarnings("UnusedVariable") // lists are filtered by it
  private boolean unknown;

  private @Nullable String work;

  @SuppressWarnings("UnusedVariable") // read by the statement that looks for due work
  private @Nullable Instant dueAt;

  /** Who has taken the work for a lease; null where it waits to be taken. */
  private @Nullable String claimedBy;

  private @Nullable String idempotencyKey;
  private @Nullable String requestDigest;

  /** For Hibernate, which fills every field afterwards. */
  @SuppressWarnings("NullAway.Init")
  protected AuthorizationRow() {}

  /** A new row, without a state yet. */
  @SuppressWarnings("NullAway.Init") // become() follows in of()
  private AuthorizationRow(UUID reference) {
    this.reference = reference;
  }

  /** The row of a new authorization. */
  public static AuthorizationRow of(
      Authorization state, Optional<Agenda> agenda, @Nullable RequestKey key) {
    var row = new AuthorizationRow(state.tap().reference());
    row.become(state, agenda, state.tap().at());
    row.idempotencyKey = key == null ? null : key.key();
    row.requestDigest = key == null ? null : key.digest();
    return row;
  }

  /** Takes on a new state and the work that it asks for; empty when nothing is left to do. */
  public void become(Authorization state, Optional<Agenda> agenda, Instant now) {
    var summary = Summary.of(state);
    status = summary.status().name();
    changedAt = now;
    tap = TapColumns.of(state.tap());
    trail = TrailColumns.of(state.trail());
    money = MoneyColumns.of(summary);
    reason = summary.reason();
    rungsLeft =
        state instanceof Authorization.Capturing capturing
            ? JsonText.of(capturing.rungsLeft().stream().map(RungColumn::of).toList())
            : JsonText.of(List.of());
    expiring = state instanceof Authorization.Held held && held.expiring();
    unknown = state.trail().isUnknown();
    work = agenda.map(next -> next.work().name()).orElse(null);
    dueAt = agenda.map(Agenda::due).orElse(null);
    claimedBy = null;
  }

  /**
   * The state that the row holds.
   *
   * @throws WrittenByNewer if there is something in it that this version does not know
   */
  public Authorization toState() {
    try {
      return state();
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

  private Authorization state() {
    work(); // whoever decides on the row replaces it
    var agreed = tap.toTap(reference);
    var past = trail.toTrail(tap.unit());
    var unit = tap.unit();
    return switch (Constants.named(Status.class, "status", status)) {
      case AWAITING_CARD -> new Authorization.AwaitingCard(agreed, past);
      case AUTHORIZING -> new Authorization.Authorizing(agreed, past, money.card());
      case HELD -> new Authorization.Held(agreed, past, money.hold(unit), expiring);
      case DECLINED -> new Authorization.Declined(agreed, past, money.card(), whyEnded());
      case ABANDONED -> new Authorization.Abandoned(agreed, past, whyEnded());
      case CAPTURING -> {
        var rungs = JsonText.read(rungsLeft, RungColumn.class);
        var left = rungs.stream().map(rung -> rung.toRung(unit)).toList();
        yield new Authorization.Capturing(agreed, past, money.hold(unit), left);
      }
      case CAPTURED ->
          new Authorization.Captured(agreed, past, money.hold(unit), captured(), refunded());
      case CAPTURE_FAILED ->
          new Authorization.CaptureFailed(agreed, past, money.hold(unit), whyEnded());
      case RELEASING -> new Authorization.Releasing(agreed, past, money.hold(unit), reason);
      case RELEASED -> new Authorization.Released(agreed, past, money.hold(unit), reason);
      case EXPIRED -> new Authorization.Expired(agreed, past, money.hold(unit));
      case REFUNDING ->
          new Authorization.Refunding(agreed, past, money.hold(unit), captured(), refunded());
    };
  }

  /**
   * Takes the due work for oneself for a lease: who crashes meanwhile leaves it to be taken again.
   * What may have been sent is never sent again without a look-up.
   */
  public Work claim(String instance, Function<Work, Instant> lease) {
    var claimed = work().orElseThrow();
    work = (claimed == Work.SEND ? Work.LOOK_UP : claimed).name();
    dueAt = lease.apply(claimed);
    claimedBy = instance;
    return claimed;
  }

  /** Is there a call to make right now? */
  public boolean mustSend() {
    return work().filter(Work.SEND::equals).isPresent();
  }

  /** Who has claimed the work and not ended it; empty where nobody has, or it was given back. */
  public Optional<String> claimedBy() {
    return Optional.ofNullable(claimedBy);
  }

  private Optional<Work> work() {
    return Optional.ofNullable(work).map(name -> Constants.named(Work.class, "work", name));
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
    return trail.version();
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

  /** Was the hold asked for by a request with these contents? */
  public boolean isAnswerTo(RequestKey key) {
    return key.key().equals(idempotencyKey) && key.digest().equals(requestDigest);
  }

  private String whyEnded() {
    return requireNonNull(reason, "why it ended");
  }

  private Money captured() {
    return tap.money(money.captured());
  }

  private Money refunded() {
    return tap.money(money.refunded());
  }
}
