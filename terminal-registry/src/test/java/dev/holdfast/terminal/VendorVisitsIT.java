package dev.holdfast.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.postgres.VendorVisitTable;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Terminals that were imported together do not stay together: each transaction has one now(). */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class VendorVisitsIT {
  private static final int MANY = 50;

  @Inject Transactions transactions;
  @Inject VendorVisitTable visits;

  private String[] serials;

  @BeforeEach
  void registerMany() {
    serials = Stream.generate(Doors::newSerial).limit(MANY).toArray(String[]::new);
    Stream.of(serials).forEach(serial -> Doors.register(serial).statusCode(201));
  }

  @Test
  void spreadsTheNextVisitsAroundTheInterval() throws Throwable {
    var interval = Duration.ofMinutes(5);
    var planned =
        VertxContextSupport.subscribeAndAwait(() ->
            transactions.run(transaction ->
                execute(
                        transaction,
                        "update vendor_visit set due_at = 'epoch' where serial = any(?1)")
                    .chain(() -> visits.claim(transaction, Vendor.PAYTER, MANY, interval))
                    .invoke(claimed -> assertThat(claimed).containsExactlyInAnyOrder(serials))
                    .chain(() -> secondsToVisit(transaction))));

    assertSpread(planned, 0.8 * interval.toSeconds(), 1.2 * interval.toSeconds());
  }

  @Test
  void spreadsTheFirstVisitsOfNewTerminals() throws Throwable {
    var planned =
        VertxContextSupport.subscribeAndAwait(() ->
            transactions.run(transaction ->
                execute(transaction, "delete from vendor_visit where serial = any(?1)")
                    .chain(() ->
                        execute(
                            transaction,
                            """
                            insert into vendor_visit (serial, vendor)
                            select unnest(cast(?1 as text[])), 'PAYTER'
                            """))
                    .chain(() -> secondsToVisit(transaction))));

    assertSpread(planned, 60, 120);
  }

  private static void assertSpread(List<Double> planned, double least, double most) {
    assertThat(planned).hasSize(MANY).allSatisfy(each -> assertThat(each).isBetween(least, most));
    // That fifty draws all fall into one half of the time happens once in 10^15.
    var middle = (least + most) / 2;
    assertThat(planned).anyMatch(each -> each < middle).anyMatch(each -> each > middle);
    assertThat(planned.stream().distinct().count()).isGreaterThan(MANY / 2);
  }

  private Uni<Integer> execute(Transaction transaction, String sql) {
    return transaction
        .session()
        .createNativeQuery(sql)
        .setParameter(1, serials)
        .executeUpdate()
        .invoke(rows -> assertThat(rows).isEqualTo(MANY));
  }

  private Uni<List<Double>> secondsToVisit(Transaction transaction) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select cast(extract(epoch from due_at - now()) as float8)
            from vendor_visit where serial = any(?1)
            """,
            Double.class)
        .setParameter(1, serials)
        .getResultList();
  }
}
