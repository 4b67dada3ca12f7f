package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.vendor.CloudAnswer.Certain;
import dev.holdfast.terminal.core.vendor.CloudAnswer.NotSeen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import dev.holdfast.terminal.core.vendor.CloudFact;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one cloud of the vendor says of one terminal. */
@Entity
@Table(name = "vendor_fact")
@IdClass(VendorFactRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields of what it reads
class VendorFactRow {
  record Key(String serial, String vendorEnvironment) {}

  enum Visibility {
    SEEN,
    NOT_SEEN
  }

  @Id String serial;

  @Id
  @Column(name = "vendor_environment")
  String vendorEnvironment;

  @Nullable String known;

  @Column(name = "known_at")
  @Nullable Instant knownAt;

  @Nullable Boolean online;
  @Nullable String state;
  @Nullable Boolean activated;
  @Nullable Boolean configured;
  @Nullable String currency;
  @Nullable String trouble;

  @Column(name = "trouble_at")
  @Nullable Instant troubleAt;

  @Column(name = "last_online_at")
  @Nullable Instant lastOnlineAt;

  /** For Hibernate. */
  VendorFactRow() {}

  VendorFactRow(String serial, VendorEnvironment vendorEnvironment, CloudFact fact) {
    this.serial = serial;
    this.vendorEnvironment = vendorEnvironment.name();
    become(fact);
  }

  final void become(CloudFact fact) {
    become(fact.known());
    trouble = fact.trouble() == null ? null : fact.trouble().reason();
    troubleAt = fact.trouble() == null ? null : fact.trouble().at();
    lastOnlineAt = fact.lastOnlineAt();
  }

  /** Which cloud says it. */
  VendorEnvironment cloud() {
    return Stored.constant(VendorEnvironment.class, vendorEnvironment, name(), "vendor's cloud");
  }

  CloudFact toState() {
    var unanswered = trouble == null || troubleAt == null ? null : new Unknown(troubleAt, trouble);
    return new CloudFact(certain(), unanswered, lastOnlineAt);
  }

  private void become(@Nullable Certain certain) {
    knownAt = certain == null ? null : certain.at();
    switch (certain) {
      case null -> known = null;
      case NotSeen _ -> known = Visibility.NOT_SEEN.name();
      case Seen seen -> {
        known = Visibility.SEEN.name();
        online = seen.online();
        state = seen.state();
        activated = seen.activated();
        configured = seen.configured();
        currency = seen.currency() == null ? null : seen.currency().getCode();
      }
    }
  }

  private @Nullable Certain certain() {
    if (known == null) {
      return null;
    }
    return switch (Stored.constant(Visibility.class, known, name(), "answer of the vendor")) {
      case NOT_SEEN -> new NotSeen(Objects.requireNonNull(knownAt));
      case SEEN ->
          new Seen(
              Objects.requireNonNull(knownAt),
              Boolean.TRUE.equals(online),
              Objects.requireNonNull(state),
              Boolean.TRUE.equals(activated),
              Boolean.TRUE.equals(configured),
              currency == null ? null : Stored.currency(currency, name()));
    };
  }

  private String name() {
    return "terminal " + serial;
  }
}
