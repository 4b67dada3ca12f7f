package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.payment.Payment;
import dev.holdfast.terminal.core.payment.PaymentBatch.Previous;
import dev.holdfast.terminal.core.payment.PaymentCount;
import dev.holdfast.terminal.core.payment.StuckPayment;
import dev.holdfast.terminal.core.payment.Suspicion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked of a payment later; what follows from what was heard is decided when it is. */
@Entity
@Table(name = "payment")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields of what it reads
class PaymentRow {
  @Id UUID reference;
  long version;
  String serial;

  @Column(name = "asked_at")
  Instant askedAt;

  @Column(name = "changed_at")
  Instant changedAt;

  // Nobody reads it: a payment whose course a newer version has written is kept all the same, as
  // its row follows from the record alone.
  String course;

  boolean finished;
  boolean troubled;
  @Nullable String trouble;

  @Column(name = "good_at")
  @Nullable Instant goodAt;

  @Column(name = "under_way")
  boolean underWay;

  boolean suspect;

  @Column(name = "suspect_from")
  @Nullable Instant suspectFrom;

  @Column(name = "suspect_patient")
  @Nullable Boolean suspectPatient;

  @Column(name = "suspect_why")
  @Nullable String suspectWhy;

  /** For Hibernate. */
  PaymentRow() {}

  PaymentRow(Payment payment) {
    reference = payment.reference();
    version = payment.version();
    serial = payment.serial();
    askedAt = payment.askedAt();
    changedAt = payment.changedAt();
    course = payment.course().name();
    finished = payment.count().finished() > 0;
    troubled = payment.count().troubled() > 0;
    trouble = payment.trouble().orElse(null);
    goodAt = payment.goodAt().orElse(null);
    underWay = payment.course().isUnderWay();
    payment.suspicion().ifPresent(this::become);
  }

  Previous known() {
    return new Previous(version, new PaymentCount(finished ? 1 : 0, troubled ? 1 : 0));
  }

  /** Only of a row that is suspect. */
  Suspicion suspicion() {
    return new Suspicion(
        Objects.requireNonNull(suspectFrom),
        Boolean.TRUE.equals(suspectPatient),
        Objects.requireNonNull(suspectWhy));
  }

  /** Only of a row that is suspect. */
  StuckPayment stuck() {
    return new StuckPayment(reference.toString(), suspicion().why(), suspicion().from());
  }

  private void become(Suspicion suspicion) {
    suspect = true;
    suspectFrom = suspicion.from();
    suspectPatient = suspicion.patient();
    suspectWhy = suspicion.why();
  }
}
