package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.NamedUuid;
import dev.holdfast.settlement.core.report.Dispute;
import dev.holdfast.settlement.core.report.Dispute.Answer;
import dev.holdfast.settlement.core.report.FileLine;
import dev.holdfast.settlement.core.report.ReportHeading;
import dev.holdfast.settlement.core.report.ReportLine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The lines of reports as their files say them. */
@ApplicationScoped
public class ReportLineTable {
  /** What stands between the names of a movement; none has it. */
  private static final String BETWEEN = "\u001f";

  /** Equal lines of one file are counted, unless the gateway has a name for each. */
  private static final String INSERT =
      """
      insert into report_line (report_id, line_number, kind, names, account, payout, currency,
        minor_units, settled_currency, settled_minor_units, fee_minor_units, line_key, occurrence,
        entry_reference, own_reference, result, remedy, said_at, stage, respond_by, respond_by_source)
      select ?1, line_number, kind, coalesce(string_to_array(names, ?2), cast(array[] as text[])), account, payout,
        currency, minor_units, settled_currency, settled_minor_units, fee_minor_units, line_key,
        case when is_named then 1 else
          (select count(*) from report_line before
            where before.report_id = ?1 and before.line_key = told.line_key)
          + row_number() over (partition by line_key order by ordinality) end,
        entry_reference, entry_reference, case when kind is null then 'BROKEN' else 'OTHER' end, remedy,
        to_timestamp(0) + at_micros * interval '1 microsecond', stage,
        to_timestamp(0) + respond_by_micros * interval '1 microsecond', respond_by_source
      from unnest(cast(?3 as integer[]), cast(?4 as text[]), cast(?5 as text[]), cast(?6 as text[]),
          cast(?7 as text[]), cast(?8 as text[]), cast(?9 as bigint[]), cast(?10 as text[]),
          cast(?11 as bigint[]), cast(?12 as bigint[]), cast(?13 as uuid[]),
          cast(?14 as boolean[]), cast(?15 as uuid[]), cast(?16 as text[]),
          cast(?17 as bigint[]), cast(?18 as text[]), cast(?19 as bigint[]), cast(?20 as text[]))
        with ordinality as told(line_number, kind, names, account, payout, currency, minor_units,
          settled_currency, settled_minor_units, fee_minor_units, line_key, is_named,
          entry_reference, remedy, at_micros, stage, respond_by_micros, respond_by_source,
          ordinality)
      """;

  private record Row(FileLine line, @Nullable ReportLine said) {
    static Row of(FileLine line) {
      return switch (line) {
        case FileLine.Broken broken -> new Row(broken, null);
        case FileLine.Parsed parsed -> new Row(parsed, parsed.said());
      };
    }

    <T> @Nullable T told(Function<ReportLine, @Nullable T> of) {
      return said == null ? null : of.apply(said);
    }

    @Nullable String remedy() {
      return switch (line) {
        case FileLine.Broken(int _, String remedy) -> remedy;
        case FileLine.Parsed parsed -> null;
      };
    }
  }

  /** Writes the next lines of a file: one statement. */
  public Uni<Void> write(Transaction transaction, ReportHeading report, List<FileLine> lines) {
    List<Row> rows = lines.stream().map(Row::of).toList();
    return transaction
        .session()
        .createNativeQuery(INSERT)
        .setParameter(1, report.id())
        .setParameter(2, BETWEEN)
        .setParameter(3, column(rows, row -> row.line.line(), Integer[]::new))
        .setParameter(4, texts(rows, said -> said.kind().name()))
        .setParameter(5, texts(rows, said -> String.join(BETWEEN, said.names().ofMovement())))
        .setParameter(6, texts(rows, said -> said.payout().account()))
        .setParameter(7, texts(rows, said -> said.payout().name()))
        .setParameter(8, texts(rows, said -> code(said.amounts().gross())))
        .setParameter(9, amounts(rows, said -> said.amounts().gross()))
        .setParameter(10, texts(rows, said -> code(said.amounts().settled())))
        .setParameter(11, amounts(rows, said -> said.amounts().settled()))
        .setParameter(12, amounts(rows, said -> said.amounts().fee()))
        .setParameter(
            13, column(rows, row -> row.told(said -> said.key(report.gateway())), UUID[]::new))
        .setParameter(14, column(rows, ReportLineTable::isNamed, Boolean[]::new))
        .setParameter(15, column(rows, row -> ownReference(report.id(), row.line), UUID[]::new))
        .setParameter(16, column(rows, Row::remedy, String[]::new))
        .setParameter(
            17, column(rows, row -> row.told(said -> micros(said.time().at())), Long[]::new))
        .setParameter(18, texts(rows, said -> disputed(said, dispute -> dispute.stage().name())))
        .setParameter(
            19,
            column(rows, row -> row.told(said -> micros(answer(said, Answer::by))), Long[]::new))
        .setParameter(20, texts(rows, said -> answer(said, Answer::source)))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Under this name its entries are where it belongs to no payment. */
  private static UUID ownReference(UUID report, FileLine line) {
    return NamedUuid.of("report/%s/%d".formatted(report, line.line()));
  }

  private static boolean isNamed(Row row) {
    return row.told(said -> said.names().ofLine()) != null;
  }

  private static <T> @Nullable T disputed(ReportLine said, Function<Dispute, @Nullable T> of) {
    Dispute dispute = said.dispute();
    return dispute == null ? null : of.apply(dispute);
  }

  private static <T> @Nullable T answer(ReportLine said, Function<Answer, @Nullable T> of) {
    Answer answer = disputed(said, Dispute::answer);
    return answer == null ? null : of.apply(answer);
  }

  private static @Nullable Long micros(@Nullable Instant at) {
    return at == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static String code(Money amount) {
    return amount.getCurrencyUnit().getCode();
  }

  private static @Nullable String[] texts(
      List<Row> rows, Function<ReportLine, @Nullable String> of) {
    return column(rows, row -> row.told(of), String[]::new);
  }

  private static @Nullable Long[] amounts(
      List<Row> rows, Function<ReportLine, @Nullable Money> of) {
    return column(
        rows,
        row -> {
          Money amount = row.told(of);
          return amount == null ? null : amount.getAmountMinorLong();
        },
        Long[]::new);
  }

  private static <T> @Nullable T[] column(
      List<Row> rows, Function<Row, @Nullable T> of, IntFunction<@Nullable T[]> array) {
    return rows.stream().map(of).toArray(array);
  }
}
