package dev.holdfast.settlement.delivery;

/**
 * A step between a poll and its records on the broker at which the service can be made to stand
 * still from outside, by what its database makes it wait for.
 */
enum StallPoint {
  /** The poll is decoded; nothing is locked or written. */
  BEFORE_LOCKING("lock table settlement in access exclusive mode", "", false),
  /** Settlements are locked and read, what is booked of them is not. */
  BETWEEN_WRITES("lock table journal_entry in access exclusive mode", "", false),
  /** All is written but the outbox and the totals. */
  BEFORE_THE_OUTBOX("lock table outbox in exclusive mode", "", false),
  /** The commit has begun, and comes to pass though nobody hears of it. */
  COMMITTED_UNHEARD("", deferred("insert or update", "settlement"), false),
  /** The commit has begun, and does not come to pass. */
  COMMIT_BROKEN("", deferred("insert or update", "settlement"), true),
  /** The relay has taken the outbox and sent nothing. */
  BEFORE_SENDING(
      "",
      """
      create trigger stall before delete on outbox for each row execute function stall()
      """,
      true),
  /** The relay has sent, and the outbox is not emptied: it is sent again. */
  SENT_NOT_COMMITTED("", deferred("delete", "outbox"), true),
  /** The relay has sent, and the outbox is emptied though nobody hears of it. */
  SENT_COMMITTED_UNHEARD("", deferred("delete", "outbox"), false);

  /** The lock on which a stalled statement waits. */
  static final long LOCK = 4711;

  static final String FUNCTION =
      """
      create or replace function stall() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(%d);
        return old;
      end
      $$
      """
          .formatted(LOCK);

  private final String tableLock;
  private final String trigger;
  private final boolean connectionsBreak;

  StallPoint(String tableLock, String trigger, boolean connectionsBreak) {
    this.tableLock = tableLock;
    this.trigger = trigger;
    this.connectionsBreak = connectionsBreak;
  }

  private static String deferred(String operation, String table) {
    return "create constraint trigger stall after "
        + operation
        + " on "
        + table
        + " deferrable initially deferred for each row execute function stall()";
  }

  /** What the test locks itself; empty where a trigger waits for the advisory lock. */
  String tableLock() {
    return tableLock;
  }

  /** Empty where the table lock is enough. */
  String trigger() {
    return trigger;
  }

  /** Do the service's connections break with it, so that the database rolls back? */
  boolean connectionsBreak() {
    return connectionsBreak;
  }
}
