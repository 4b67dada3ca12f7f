package dev.holdfast.settlement.core;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether more than was authorized may be tried: what the card's scheme says of it from a date on,
 * and what a CPO has agreed to. A scheme that is not known, and a case that no source tells, is
 * tried only for a CPO that has agreed.
 */
public final class SchemeRules {
  private final List<Row> rows;
  private final List<Agreement> agreements;

  /** A case that schemes have rules for. */
  public enum Rule {
    /** Anything above what was approved, where the bank approved less than was asked for. */
    ABOVE_PARTIAL_APPROVAL,
    /** Raising the hold first, by the gateway's own means. */
    OVER_COMMIT,
    /** A plain capture of more than was held. */
    WHOLE
  }

  /** May it be tried? */
  public enum Permission {
    ALWAYS,
    /** Where the CPO's contract says so: it bears what the bank claims back. */
    IF_AGREED,
    NEVER
  }

  /** A row of the data file. */
  public record Row(String scheme, Rule rule, Permission permission, LocalDate validFrom) {
    /** The scheme is compared by its capitals alone. */
    public Row {
      scheme = letters(scheme);
    }
  }

  /** A CPO wants more than was held to be tried, from that day on. */
  public record Agreement(String cpoId, LocalDate validFrom, String agreedBy) {}

  /** Of these rows and agreements, in any order. */
  public SchemeRules(List<Row> rows, List<Agreement> agreements) {
    this.rows = List.copyOf(rows);
    this.agreements = List.copyOf(agreements);
  }

  /** May it be tried on that day, on a card of that scheme, for that CPO? */
  boolean allow(Rule rule, @Nullable String scheme, String cpoId, LocalDate day) {
    return switch (permission(rule, scheme, day)) {
      case ALWAYS -> true;
      case IF_AGREED -> hasAgreed(cpoId, day);
      case NEVER -> false;
    };
  }

  private Permission permission(Rule rule, @Nullable String scheme, LocalDate day) {
    String name = scheme == null ? "" : letters(scheme);
    return rows.stream()
        .filter(row -> row.rule() == rule && row.scheme().equals(name))
        .filter(row -> !row.validFrom().isAfter(day))
        .max(Comparator.comparing(Row::validFrom))
        .map(Row::permission)
        .orElse(Permission.IF_AGREED);
  }

  private boolean hasAgreed(String cpoId, LocalDate day) {
    return agreements.stream()
        .anyMatch(each -> each.cpoId().equals(cpoId) && !each.validFrom().isAfter(day));
  }

  /** Gateways write one name in several ways: Visa, VISA, Master Card. */
  private static String letters(String scheme) {
    return scheme.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
  }
}
