package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.Latest;
import dev.holdfast.settlement.core.SharedSessions;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Overview;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Settlement.Status;
import dev.holdfast.settlement.core.trail.HoldStory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A settlement as a row: its state as a text, and beside it the columns that queries ask for and
 * that nothing here reads. Constants are texts, so that a row with one that only a newer version
 * knows can be loaded, and told of.
 */
@Entity
@Table(name = "settlement")
public class SettlementRow {
  @Id UUID reference;
  @Column long version;

  @Column String status;

  String state;

  @Column(name = "hold_story")
  @Nullable String holdStory;

  @Column(name = "session_id")
  @Nullable String sessionId;

  @Column(name = "billed_session")
  @Nullable String billedSession;

  @Column(name = "session_currency")
  @Nullable String sessionCurrency;

  @Column(name = "session_total")
  @Nullable Long sessionTotal;

  @Column(name = "cpo_id")
  @Nullable String cpoId;

  @Column(name = "hold_standing")
  @Nullable String holdStanding;

  @Column(name = "hold_currency")
  @Nullable String holdCurrency;

  @Column @Nullable Long authorized;

  @Column(name = "capture_method")
  @Nullable String captureMethod;

  @Column @Nullable Long captured;
  @Column @Nullable Long released;
  @Column @Nullable Long refunded;
  @Column @Nullable Long goodwill;

  @Column @Nullable String outcome;

  @Column @Nullable Long shortfall;

  @Column(name = "written_off")
  @Nullable Long writtenOff;

  @Column @Nullable String attention;

  @Column @Nullable String due;

  @Column(name = "due_at")
  @Nullable Instant dueAt;

  @Column(name = "changed_at")
  Instant changedAt;

  /** For Hibernate, which fills every field afterwards. */
  @SuppressWarnings("NullAway.Init")
  protected SettlementRow() {}

  /** The row of a settlement that is new. */
  static SettlementRow of(Latest latest) {
    var row = new SettlementRow();
    row.reference = latest.state().reference().value();
    row.become(latest);
    return row;
  }

  /**
   * The state that the row holds.
   *
   * @throws WrittenByNewer if it holds, or waits for, what this version does not know
   */
  public Settlement toState() {
    due();
    return StateText.read(
        name(), StateText.constant(name(), Status.class, "status", status), state);
  }

  /** Takes on a new state. */
  void become(Latest latest) {
    Settlement settlement = latest.state();
    Deadline.Due next = latest.due();
    due = next == null ? null : next.deadline().name();
    dueAt = next == null ? null : next.at();
    version = settlement.version();
    status = settlement.status().name();
    state = StateText.write(settlement);
    changedAt = latest.at();
    var overview = Overview.of(settlement);
    become(overview.session());
    become(overview.hold(), settlement.hold());
    outcome = name(overview.verdict().outcome());
    shortfall = minorUnits(overview.verdict().shortfall());
    writtenOff = minorUnits(overview.verdict().writtenOff());
    billedSession = SharedSessions.of(settlement).map(SharedSessions.Claim::sessionId).orElse(null);
    attention = settlement instanceof Settlement.Attention open ? open.reason().name() : null;
  }

  /**
   * What the trail tells of the hold; null where nothing was heard of it.
   *
   * @throws WrittenByNewer if it tells what this version does not know
   */
  public @Nullable HoldStory holdStory() {
    return holdStory == null ? null : StateText.readStory(name(), holdStory);
  }

  /** Takes on what was told of the hold; is that more than was known? */
  boolean hear(HoldStory told) {
    HoldStory before = holdStory();
    HoldStory after = before == null ? told : before.with(told);
    holdStory = StateText.write(after);
    return !after.equals(before);
  }

  /** The payment. */
  public Reference reference() {
    return new Reference(reference);
  }

  /** The version of the state, which may be one that only a newer build can read. */
  public long version() {
    return version;
  }

  /** What is waited for, and until when; null where nothing is. */
  public Deadline.@Nullable Due due() {
    return due == null || dueAt == null
        ? null
        : new Deadline.Due(StateText.constant(name(), Deadline.class, "due", due), dueAt);
  }

  /** When it last changed. */
  public Instant changedAt() {
    return changedAt;
  }

  private void become(Overview.SessionPart session) {
    sessionId = session.id();
    sessionTotal = minorUnits(session.total());
    sessionCurrency = currency(session.total());
  }

  private void become(Overview.HoldPart part, @Nullable Hold hold) {
    cpoId = part.cpoId();
    authorized = minorUnits(part.authorized());
    holdCurrency = currency(part.authorized());
    holdStanding = hold == null ? null : hold.standing().name();
    Hold.Capture capture = hold == null ? null : hold.moves().capture();
    captureMethod = capture == null ? null : capture.method().name();
    Overview.Moved moved = part.moved();
    captured = moved == null ? null : minorUnits(moved.captured());
    released = moved == null ? null : minorUnits(moved.released());
    refunded = moved == null ? null : minorUnits(moved.refunded());
    goodwill = moved == null || moved.goodwill().isZero() ? null : minorUnits(moved.goodwill());
  }

  private String name() {
    return "settlement " + reference;
  }

  private static @Nullable String name(@Nullable Outcome outcome) {
    return outcome == null ? null : outcome.name();
  }

  private static @Nullable Long minorUnits(@Nullable Money money) {
    return money == null ? null : money.getAmountMinorLong();
  }

  private static @Nullable String currency(@Nullable Money money) {
    return money == null ? null : money.getCurrencyUnit().getCode();
  }
}
