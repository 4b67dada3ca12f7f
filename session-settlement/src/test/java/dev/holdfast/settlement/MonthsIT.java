package dev.holdfast.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The journal is in parts, each of the payments that were tapped in a month. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class MonthsIT implements SoundBooks {
  private static final String PARTS =
      "select count(*) from pg_inherits where inhparent = 'journal_entry'::regclass";

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy_MM").withZone(ZoneOffset.UTC);

  @Inject KeepMonths keepMonths;

  private final Books books = new Books("cpo-" + UUID.randomUUID());

  @Test
  void hasThePartOfAPaymentsMonth() throws SQLException {
    var now = Instant.now();
    assertThat(partOf(Records.referenceOf(now))).isEqualTo("journal_entry_" + MONTH.format(now));
    assertThat(partOf(UUID.randomUUID().toString())).isEqualTo("journal_entry_other");
  }

  /** Whatever else there is, a payment is looked for in one part. */
  @Test
  void looksForAPaymentInOnePart() throws SQLException {
    assertThat(Integer.parseInt(Database.text(PARTS))).isGreaterThan(12);
    assertThat(
            Database.lines(
                "explain select * from journal_entry where reference = any('{%s}')"
                    .formatted(Records.referenceOf(Instant.now()))))
        .filteredOn(line -> line.contains(" on journal_entry"))
        .hasSize(1);
  }

  @Test
  void makesThePartsOfMonthsToComeOnce() throws Throwable {
    Database.text("select keep_months(date '2040-01-01', 3)");
    String before = Database.text(PARTS);
    VertxContextSupport.subscribeAndAwait(keepMonths::onTimer);
    assertThat(Database.text("select keep_months(date '2040-01-01', 3)")).isEqualTo("0");
    assertThat(Database.text(PARTS)).isEqualTo(before);
  }

  /** They were booked before the month had a part: there they stay, and the month goes on. */
  @Test
  void leavesEntriesWhereTheyAre() throws SQLException {
    var far = Instant.parse("2050-06-15T12:00:00Z");
    assertThat(partOf(Records.referenceOf(far))).isEqualTo("journal_entry_other");
    assertThat(Database.text("select keep_months(date '2050-06-01', 1)")).isEqualTo("0");
    assertThat(partOf(Records.referenceOf(far))).isEqualTo("journal_entry_other");
  }

  private String partOf(String reference) throws SQLException {
    books.book(
        Books.Entry.of(reference, Cause.SESSION_BILLED, Instant.now()),
        "DEBIT RECEIVABLE_FROM_CARD_HOLDER 100 EUR",
        "CREDIT CHARGING_REVENUE 100 EUR");
    return Database.text(
        "select cast(cast(tableoid as regclass) as text) from journal_entry where reference = '%s'"
            .formatted(reference));
  }
}
