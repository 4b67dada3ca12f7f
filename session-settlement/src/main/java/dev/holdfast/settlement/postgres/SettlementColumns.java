package dev.holdfast.settlement.postgres;

import static java.util.stream.Collectors.joining;

import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Settlements as arrays, one a column: many are written with one statement. */
final class SettlementColumns {
  private static final List<Column> ALL =
      List.of(
          new Column("reference", "uuid", UUID[].class, row -> row.reference),
          number("version", row -> row.version),
          text("status", row -> row.status),
          text("state", row -> row.state),
          text("hold_story", row -> row.holdStory),
          text("session_id", row -> row.sessionId),
          text("billed_session", row -> row.billedSession),
          text("session_currency", row -> row.sessionCurrency),
          number("session_total", row -> row.sessionTotal),
          text("cpo_id", row -> row.cpoId),
          text("hold_standing", row -> row.holdStanding),
          text("hold_currency", row -> row.holdCurrency),
          number("authorized", row -> row.authorized),
          text("capture_method", row -> row.captureMethod),
          number("captured", row -> row.captured),
          number("released", row -> row.released),
          number("refunded", row -> row.refunded),
          number("goodwill", row -> row.goodwill),
          text("outcome", row -> row.outcome),
          number("shortfall", row -> row.shortfall),
          number("written_off", row -> row.writtenOff),
          text("attention", row -> row.attention),
          text("due", row -> row.due),
          time("due_at", row -> row.dueAt),
          time("changed_at", row -> row.changedAt));

  private static final String NAMES = names(ALL, Column::name);

  private static final String TOLD =
      "from unnest(%s) as told(%s)"
          .formatted(
              IntStream.range(0, ALL.size())
                  .mapToObj(i -> "cast(?%d as %s[])".formatted(i + 1, ALL.get(i).type()))
                  .collect(joining(", ")),
              NAMES);

  private static final String INSERT =
      "insert into settlement (%s) select %s %s".formatted(NAMES, names(ALL, Column::told), TOLD);

  private static final String UPDATE =
      "update settlement set %s %s where settlement.reference = told.reference"
          .formatted(
              names(ALL.subList(1, ALL.size()), column -> column.name() + " = " + column.told()),
              TOLD);

  private SettlementColumns() {}

  /** Times are told in microseconds since 1970. */
  private record Column(
      String name,
      String type,
      Class<? extends Object[]> array,
      Function<SettlementRow, @Nullable Object> of) {

    boolean isTime() {
      return name.endsWith("_at");
    }

    String told() {
      return isTime()
          ? "timestamptz 'epoch' + told.%s * interval '1 microsecond'".formatted(name)
          : "told." + name;
    }
  }

  static Uni<Void> insert(Transaction transaction, Collection<SettlementRow> rows) {
    return run(transaction, INSERT, rows);
  }

  static Uni<Void> update(Transaction transaction, Collection<SettlementRow> rows) {
    return run(transaction, UPDATE, rows);
  }

  private static Uni<Void> run(
      Transaction transaction, String statement, Collection<SettlementRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var query = transaction.session().createNativeQuery(statement);
    for (int i = 0; i < ALL.size(); i++) {
      Column column = ALL.get(i);
      Object[] values = rows.stream().map(column.of()).toArray();
      query.setParameter(i + 1, Arrays.copyOf(values, values.length, column.array()));
    }
    return query.executeUpdate().replaceWithVoid();
  }

  private static Column text(String name, Function<SettlementRow, @Nullable Object> of) {
    return new Column(name, "text", String[].class, of);
  }

  private static Column number(String name, Function<SettlementRow, @Nullable Object> of) {
    return new Column(name, "bigint", Long[].class, of);
  }

  private static Column time(String name, Function<SettlementRow, @Nullable Instant> of) {
    return new Column(name, "bigint", Long[].class, row -> micros(of.apply(row)));
  }

  private static @Nullable Long micros(@Nullable Instant at) {
    return at == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static String names(List<Column> columns, Function<Column, String> of) {
    return columns.stream().map(of).collect(joining(", "));
  }
}
