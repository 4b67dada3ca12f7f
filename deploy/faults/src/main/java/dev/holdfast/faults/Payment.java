package dev.holdfast.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One driver's payment, as the driver and the charging platform know it. */
final class Payment {
  private final int number;
  private final Terminal terminal;
  private final Plan plan;
  private final Instant askedAt;
  private final List<Plan.Close> closes = new ArrayList<>();
  private int acknowledged;
  private @Nullable String reference;
  private String toldStatus = "";
  private boolean cancelled;
  private @Nullable Instant lastActAt;

  Payment(int number, Terminal terminal, Plan plan, Instant askedAt) {
    this.number = number;
    this.terminal = terminal;
    this.plan = plan;
    this.askedAt = askedAt;
  }

  /** Those who were told a reference, by it. */
  static Map<String, Payment> byReference(Collection<Payment> payments) {
    Map<String, Payment> told = new HashMap<>();
    for (Payment payment : payments) {
      String reference = payment.reference();
      if (reference != null) {
        told.put(reference, payment);
      }
    }
    return told;
  }

  int number() {
    return number;
  }

  Terminal terminal() {
    return terminal;
  }

  Plan plan() {
    return plan;
  }

  Instant askedAt() {
    return askedAt;
  }

  /** What was answered to the request, or to a later look. */
  synchronized void told(String answeredReference, String status) {
    reference = answeredReference;
    toldStatus = status;
    lastActAt = Instant.now();
  }

  /** The reference that the driver was told; null where none was. */
  synchronized @Nullable String reference() {
    return reference;
  }

  /** The last status that was answered; empty where none was. */
  synchronized String toldStatus() {
    return toldStatus;
  }

  /** A close is going to be published; also one that the broker never takes may reach it. */
  synchronized void sending(Plan.Close close) {
    closes.add(close);
  }

  /** The broker has the close that was published last. */
  synchronized void acknowledged() {
    acknowledged++;
    lastActAt = Instant.now();
  }

  /** What was published, acknowledged or not. */
  synchronized List<Plan.Close> closes() {
    return List.copyOf(closes);
  }

  /** Was everything published that was to be, and acknowledged? */
  synchronized boolean isClosed() {
    return plan.ending().isCharged() && acknowledged == plan.closes().size();
  }

  /** The platform wants no hold any more, and was answered that there will be none. */
  synchronized void cancelled() {
    cancelled = true;
    lastActAt = Instant.now();
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }

  /** When somebody last did something about it. */
  synchronized Instant lastActAt() {
    return lastActAt == null ? askedAt : lastActAt;
  }
}
