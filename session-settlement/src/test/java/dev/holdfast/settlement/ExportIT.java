package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.events.AttemptKind;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What finance downloads: its columns, and that a download is whole or visibly broken. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class ExportIT {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  /** Many times what the sockets between service and client hold. */
  private static final int MANY = 60_000;

  private final String cpo = "cpo, \"" + UUID.randomUUID() + '"';
  private final Books books = new Books(cpo);

  @Test
  void writesTheJournalARowALineTheOldestFirst() throws SQLException {
    String first = Records.referenceOf(NOON);
    String second = Records.referenceOf(NOON.plusSeconds(1));
    books.book(
        Books.Entry.of(second, Cause.REFUNDED, NOON.plusSeconds(9)),
        "DEBIT RECEIVABLE_FROM_CARD_HOLDER 340 JPY",
        "CREDIT RECEIVABLE_FROM_GATEWAY 340 JPY");
    books.book(
        Books.Entry.of(first, Cause.SESSION_BILLED, NOON),
        "DEBIT RECEIVABLE_FROM_CARD_HOLDER 2340 EUR",
        "CREDIT CHARGING_REVENUE 1934 EUR",
        "CREDIT TAX_PAYABLE 406 EUR =VAT 21.00%");

    List<String> rows = download("journal", "journal.csv");
    String quoted = '"' + cpo.replace("\"", "\"\"") + '"';
    assertThat(rows.getFirst())
        .isEqualTo(
            "bookingDay,bookedAt,cpoId,reference,sessionId,entryId,cause,causeVersion,line,account,"
                + "side,amount,currency,detail");
    assertThat(rows).hasSize(6);
    assertThat(rows.get(1))
        .startsWith("2026-05-04,2026-05-04T12:00:00Z," + quoted + "," + first + ",,")
        .endsWith(",SESSION_BILLED,1,1,RECEIVABLE_FROM_CARD_HOLDER,DEBIT,23.40,EUR,");
    assertThat(rows.get(3)).endsWith(",3,TAX_PAYABLE,CREDIT,4.06,EUR,'=VAT 21.00%");
    assertThat(rows.get(4)).contains(second).endsWith(",DEBIT,340,JPY,");
    assertThat(download("journal", "journal.csv", "currency", "JPY")).hasSize(3);
    assertThat(download("journal", "journal.csv", "from", "2026-05-05")).hasSize(1);
    String forASpreadsheet =
        given()
            .queryParams("cpo", cpo, "separator", "SEMICOLON", "byteOrderMark", "true")
            .get("/journal/export")
            .asString();
    assertThat(forASpreadsheet)
        .startsWith("\uFEFFbookingDay;bookedAt;cpoId;")
        .contains(";DEBIT;340;JPY;");
  }

  @Test
  void writesTheSettlementsOfTheListTheNewestTapFirst() {
    String unpaid = Records.referenceOf(NOON);
    String captured = Records.referenceOf(NOON.plusSeconds(60));
    try (TopicProbe probe = TopicProbe.ofApplication()) {
      var declined = Records.declined(unpaid);
      declined.put("cpoId", cpo);
      probe.publish(AUTHORIZATIONS, unpaid, declined);
      probe.publish(SESSION_CLOSED, unpaid, Records.closed(unpaid, 1000));
      var hold = Records.captured(captured, 5000, AttemptKind.HOLD, 5000);
      hold.put("cpoId", cpo);
      probe.publish(AUTHORIZATIONS, captured, hold);
      probe.publish(SESSION_CLOSED, captured, Records.closed(captured, 6000));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> download("settlements", "settlements.csv", "status", "SETTLED").size() == 3);

    List<String> rows = download("settlements", "settlements.csv");
    assertThat(rows.getFirst())
        .isEqualTo(
            "reference,tappedAt,cpoId,sessionId,sessionRevision,status,outcome,reason,sessionTotal,"
                + "sessionCurrency,authorized,captured,released,refunded,holdCurrency,shortfall,"
                + "shortfallCurrency,writtenOff,writtenOffCurrency,version,changedAt,unreadable,"
                + "goodwill");
    assertThat(rows.get(1))
        .startsWith(captured + ",2026-05-04T12:01:00Z,")
        .contains(",SETTLED,HOLD_ONLY,,60.00,EUR,50.00,50.00,0.00,0.00,EUR,10.00,EUR,,,");
    assertThat(rows.get(2))
        .startsWith(unpaid)
        .contains(",NOT_COVERED,insufficient funds,10.00,EUR,0.00,0.00,0.00,0.00,EUR,10.00,EUR,");
  }

  /** Had the service read on meanwhile, into its memory, it would have missed what came last. */
  @Test
  void readsNoFurtherThanTheClientTakes() throws Exception {
    books.bookMany(MANY, NOON);
    try (Socket slow = ask()) {
      read(slow, 1_000);
      Thread.sleep(Duration.ofSeconds(2));
      books.book(
          Books.Entry.of(UUID.randomUUID().toString(), Cause.CAPTURED, NOON.plusSeconds(MANY)),
          "DEBIT RECEIVABLE_FROM_GATEWAY 777 EUR",
          "CREDIT RECEIVABLE_FROM_CARD_HOLDER 777 EUR");
      var rest = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(rest).contains(",DEBIT,7.77,EUR,\r\n").endsWith(END_OF_CHUNKS);
      assertThat(rest.split("DEBIT", -1)).hasSizeGreaterThan(MANY - 100);
    }
  }

  @Test
  void breaksTheConnectionWhenItFailsInTheMiddle() throws Exception {
    books.bookMany(MANY, NOON);
    try (Socket slow = ask()) {
      read(slow, 1_000);
      Database.run("alter table journal_entry rename to hidden_entry");
      try {
        assertThat(restOf(slow)).isNotEmpty().doesNotEndWith(END_OF_CHUNKS);
      } finally {
        Database.run("alter table hidden_entry rename to journal_entry");
      }
    }
  }

  @Test
  void answersWithAProblemWhenItFailsBeforeItBegins() throws SQLException {
    Database.run("alter table journal_entry rename to hidden_entry");
    try {
      given().get("/journal/export").then().statusCode(500);
    } finally {
      Database.run("alter table hidden_entry rename to journal_entry");
    }
  }

  private static final String END_OF_CHUNKS = "\r\n0\r\n\r\n";

  private List<String> download(String what, String fileName, String... parameter) {
    var request = given().queryParam("cpo", cpo);
    if (parameter.length > 0) {
      request.queryParam(parameter[0], parameter[1]);
    }
    String text =
        request
            .get("/" + what + "/export")
            .then()
            .statusCode(200)
            .contentType("text/csv;charset=UTF-8;header=present")
            .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
            .extract()
            .asString();
    assertThat(text).endsWith("\r\n");
    return text.lines().toList();
  }

  private Socket ask() throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(8_192);
    socket.setSoTimeout(30_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
    String query = "cpo=" + URLEncoder.encode(cpo, StandardCharsets.UTF_8);
    socket
        .getOutputStream()
        .write(
            ("GET /journal/export?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void read(Socket socket, int bytes) throws IOException {
    assertThat(socket.getInputStream().readNBytes(bytes)).hasSize(bytes);
  }

  /** What comes until the connection ends or breaks. */
  private static String restOf(Socket socket) throws IOException {
    var rest = new StringBuilder();
    InputStream in = new BufferedInputStream(socket.getInputStream());
    try {
      for (int one = in.read(); one >= 0; one = in.read()) {
        rest.append((char) one);
      }
    } catch (SocketException reset) {
      rest.append("<reset>");
    }
    return rest.toString();
  }
}
