package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.JOURNAL;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.holdfast.events.JournalCause;
import dev.holdfast.events.JournalEntryPosted;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people book by hand: up to EUR 100.00 alone, as the tests' settings have it. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // set before each test
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class ManualEntryIT implements SoundBooks {
  private static final String ID = "id";

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private ByHand books;

  @BeforeEach
  void openBooks() throws SQLException {
    books = ByHand.ofNewBooks();
  }

  @Test
  void booksWhatIsSmallAtOnceAndSaysSo() {
    String key = UUID.randomUUID().toString();
    var answer =
        ByHand.ask(key, books.wish(10_000)).statusCode(200).body("state", equalTo("BOOKED"));
    String id = answer.body("decided", nullValue()).extract().path(ID);

    assertThat(books.journal())
        .containsExactly("MANUAL letter 7 DEBIT CASH_AT_BANK 10000 CREDIT SUSPENSE 10000");
    var said = published(id);
    assertThat(said.getCause()).isEqualTo(JournalCause.MANUAL);
    assertThat(said.getManual().getDocument()).isEqualTo("letter 7");
    assertThat(said.getManual().getBy()).isEqualTo("Ines");
    assertThat(said.getManual().getApprovedBy()).isNull();
    assertThat(said.getEntryId()).isEqualTo(answer.extract().path("entryId"));
    assertThat(said.getBookingDay()).isEqualTo(today);

    ByHand.ask(key, books.wish(10_000)).statusCode(200).body(ID, equalTo(id));
    assertThat(books.journal()).hasSize(1);
    ByHand.ask(key, books.wish(9_999)).statusCode(409).body("field", equalTo("Idempotency-Key"));
  }

  @Test
  void askForASecondPersonOnceSeveralSmallOnesComeToMuch() {
    ByHand.ask(books.wish(4_000)).body("state", equalTo("BOOKED"));
    ByHand.ask(by("INES", 4_000)).body("state", equalTo("BOOKED"));
    String third =
        ByHand.ask(by(" ines", 4_000)).body("state", equalTo("WAITING")).extract().path(ID);
    ByHand.ask(by("Bob", 4_000)).body("state", equalTo("BOOKED"));
    // What a second person has approved counts for nobody.
    ByHand.decide(third, "approval", 1, "Ann").statusCode(200);
    ByHand.ask(books.wish(2_000)).body("state", equalTo("BOOKED"));
    ByHand.ask(books.wish(1)).body("state", equalTo("WAITING"));
  }

  @Test
  void askForASecondPersonAlsoWhereSmallOnesComeAtOnce() {
    var states =
        atOnce(
            Stream.of(1, 2, 3, 4)
                .<Supplier<String>>map(
                    _ -> () -> ByHand.ask(books.wish(6_000)).extract().<String>path("state")));
    assertThat(states).containsExactlyInAnyOrder("BOOKED", "WAITING", "WAITING", "WAITING");
  }

  private Map<String, Object> by(String person, long cents) {
    var wish = books.wish(cents);
    wish.put("by", person);
    return wish;
  }

  @Test
  void letsWhatIsLargeWaitForAnotherPerson() {
    String id = waiting();
    assertThat(books.journal()).isEmpty();
    given()
        .queryParams("state", "WAITING", "cpo", books.cpo())
        .get("/manual-entries")
        .then()
        .body("items", hasSize(1))
        .body("items[0].asked.by", equalTo("Ines"));

    ByHand.decide(id, "approval", null, "Ann").statusCode(428).body("newest.version", equalTo(1));
    ByHand.decide(id, "approval", 2, "Ann").statusCode(409).body("field", equalTo("version"));
    ByHand.decide(id, "approval", 1, "INES").statusCode(409).body("field", equalTo("by"));
    assertThat(books.journal()).isEmpty();

    ByHand.decide(id, "approval", 1, "Ann").statusCode(200).body("state", equalTo("BOOKED"));
    ByHand.decide(id, "approval", 1, "Ann").statusCode(200).body("version", equalTo(2));
    assertThat(books.journal()).hasSize(1);
    assertThat(published(id).getManual().getApprovedBy()).isEqualTo("Ann");
    ByHand.decide(id, "approval", 1, "Bob").statusCode(409).body("newest.state", equalTo("BOOKED"));
    ByHand.decide(id, "rejection", 2, "Bob").statusCode(409).body("title", equalTo("Not possible"));
  }

  @Test
  void booksOnceWhenTwoPeopleApproveAtOnce() {
    String id = waiting();
    var statuses =
        atOnce(
            Stream.of("Ann", "Bob", "Cem", "Dot")
                .<Supplier<Integer>>map(
                    by -> () -> ByHand.decide(id, "approval", 1, by).extract().statusCode()));
    assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    assertThat(books.journal()).hasSize(1);
  }

  @Test
  void booksOnceWhenOneWishIsSentTwiceAtOnce() {
    String key = UUID.randomUUID().toString();
    var ids =
        atOnce(
            Stream.of(1, 2, 3)
                .<Supplier<String>>map(_ ->
                    () ->
                        ByHand.ask(key, books.wish(500))
                            .statusCode(200)
                            .extract()
                            .<String>path(ID)));
    assertThat(ids.stream().distinct()).hasSize(1);
    assertThat(books.journal()).hasSize(1);
  }

  private static <T> List<T> atOnce(Stream<Supplier<T>> acts) {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var running = acts.map(act -> CompletableFuture.supplyAsync(act, threads)).toList();
      return running.stream().map(CompletableFuture::join).toList();
    }
  }

  @Test
  void neverBooksWhatWasRejectedByWhomever() {
    String id = waiting();
    ByHand.decide(id, "rejection", 1, "Ines").statusCode(200).body("state", equalTo("REJECTED"));
    ByHand.decide(id, "rejection", 1, "Ines").statusCode(200).body("version", equalTo(2));
    ByHand.decide(id, "approval", 2, "Ann")
        .statusCode(409)
        .body("detail", containsString("REJECTED"));
    assertThat(books.journal()).isEmpty();
  }

  @Test
  void takesBackWhatWasBookedOnce() {
    String id = waiting();
    ByHand.reversal(id).statusCode(422).body("field", equalTo("reverses"));
    ByHand.decide(id, "approval", 1, "Ann").statusCode(200);
    String back =
        ByHand.reversal(id).statusCode(200).body("state", equalTo("WAITING")).extract().path(ID);
    ByHand.reversal(id).statusCode(409).body("title", equalTo("Reversed already"));
    ByHand.decide(back, "rejection", 1, "Ann").statusCode(200);
    String again =
        ByHand.reversal(id).statusCode(200).body("reverses", equalTo(id)).extract().path(ID);
    ByHand.decide(again, "approval", 1, "Ann").statusCode(200);
    ByHand.reversal(id).statusCode(409);
    ByHand.reversal(again).statusCode(422);
    assertThat(books.journal())
        .containsExactly(
            "CORRECTED MANUAL/letter 7 CREDIT CASH_AT_BANK 10001 DEBIT SUSPENSE 10001",
            "MANUAL letter 7 DEBIT CASH_AT_BANK 10001 CREDIT SUSPENSE 10001");
  }

  @Test
  void countsOnAnOpenDayThatIsNamed() {
    var wish = books.wish(100);
    wish.put("bookingDay", today.minusDays(1).toString());
    ByHand.ask(wish).statusCode(200).body("bookingDay", equalTo(today.minusDays(1).toString()));
    var large = books.wish(10_001);
    large.put("bookingDay", today.minusDays(1).toString());
    String waits = ByHand.ask(large).statusCode(200).extract().path(ID);

    given()
        .contentType("application/json")
        .body(Map.of("by", "Ann", "reason", "the day is done"))
        .post("/days/{cpo}/{day}/closing", books.cpo(), today.minusDays(1).toString())
        .then()
        .statusCode(200);
    ByHand.ask(wish).statusCode(409).body("field", equalTo("bookingDay"));
    ByHand.decide(waits, "approval", 1, "Ann")
        .statusCode(409)
        .body("title", equalTo("Day not open"));
    ByHand.decide(waits, "rejection", 1, "Ann").statusCode(200);
    ByHand.ask(books.wish(100)).statusCode(200).body("bookingDay", equalTo(today.toString()));
  }

  private String waiting() {
    return ByHand.ask(books.wish(10_001))
        .statusCode(200)
        .body("state", equalTo("WAITING"))
        .extract()
        .path(ID);
  }

  private static JournalEntryPosted published(String reference) {
    try (var probe = TopicProbe.ofApplication()) {
      return probe
          .await(JOURNAL, JournalEntryPosted.class, reference, said -> !said.isEmpty())
          .getFirst()
          .value();
    }
  }
}
