package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.vendor.Environment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A contactless contract of a CPO in one environment. */
@Entity
@Table(name = "contract")
@IdClass(ContractRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields of what it reads
class ContractRow {
  record Key(String cpoId, String environment, Instant validFrom) {}

  @Id
  @Column(name = "cpo_id")
  String cpoId;

  @Id String environment;

  @Id
  @Column(name = "valid_from")
  Instant validFrom;

  @Column(name = "valid_to")
  @Nullable Instant validTo;

  @Column(name = "agreed_by")
  String agreedBy;

  /** For Hibernate. */
  ContractRow() {}

  ContractRow(String cpoId, Environment environment, Contract contract) {
    this.cpoId = cpoId;
    this.environment = environment.name();
    validFrom = contract.validFrom();
    validTo = contract.validTo();
    agreedBy = contract.agreedBy();
  }

  /** Where it holds. */
  Environment where() {
    return Stored.constant(Environment.class, environment, "CPO " + cpoId, "environment");
  }

  Contract toState() {
    return new Contract(validFrom, validTo, agreedBy);
  }
}
