package dev.holdfast.settlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any order of lines, any split into files, any file that tells less or the same again: the same
 * books. The histories are generated; the seed tells which one failed.
 */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class ReportOrderIT implements SoundBooks {
  private static final int CAPTURES = 4;
  private static final int ARRANGEMENTS = 3;
  private static final int FILES = 3;

  /** What a gateway has to tell of a capture: its parts, and the fee of each. */
  private record Part(int capture, int gross, int fee) {
    String line(List<String> names, Reports reports, boolean hasFee, boolean hasPayout) {
      String line =
          reports.line(names.get(capture), "CAPTURE", cents(gross), hasFee ? cents(fee) : "");
      return hasPayout ? line : line.replaceFirst("payout [^,]*", "");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void endsInTheSameBooks(long seed) throws SQLException {
    var random = new Random(seed);
    List<Part> parts = parts(random);
    Map<String, Integer> expected = Map.of();
    for (int i = 0; i < ARRANGEMENTS; i++) {
      Map<String, Integer> books = books(parts, random, i == 0);
      expected = i == 0 ? books : expected;
      assertThat(books).as("arrangement %d of seed %d", i, seed).isEqualTo(expected);
    }
    int gross = parts.stream().mapToInt(Part::gross).sum();
    int fees = parts.stream().mapToInt(Part::fee).sum();
    assertThat(expected)
        .containsEntry("GATEWAY_FEES", fees)
        .containsEntry("CASH_AT_BANK", gross - fees)
        .containsEntry("PAYOUT_IN_TRANSIT", 0)
        .containsEntry("RECEIVABLE_FROM_GATEWAY", 0);
  }

  /** Equal parts in two files cannot be told from one part that is told twice. */
  private static List<Part> parts(Random random) {
    var parts = new ArrayList<Part>();
    for (int capture = 0; capture < CAPTURES; capture++) {
      int amount = 1_000 + random.nextInt(4_000);
      parts.add(new Part(capture, amount, random.nextInt(40)));
      if (random.nextBoolean()) {
        parts.add(new Part(capture, -1 - random.nextInt(amount - 1), 0));
      }
      if (random.nextBoolean()) {
        parts.add(new Part(capture, 6_000 + random.nextInt(100), random.nextInt(40)));
      }
    }
    return parts;
  }

  /** New payments each time, of a CPO of their own: its books are compared. */
  private static Map<String, Integer> books(List<Part> parts, Random random, boolean isPlain)
      throws SQLException {
    String cpo = "cpo-" + UUID.randomUUID();
    List<String> names = moved(parts, cpo);
    var reports = new Reports();
    List<List<String>> files =
        isPlain
            ? List.of(parts.stream().map(part -> part.line(names, reports, true, true)).toList())
            : arranged(parts, names, reports, random);
    int paid = parts.stream().mapToInt(part -> part.gross - part.fee).sum();
    String payout = reports.line("", "PAYOUT", cents(paid), "");
    var read = new ArrayList<String>();
    for (int i = 0; i < files.size(); i++) {
      var lines = new ArrayList<>(files.get(i));
      if (i == files.size() - 1) {
        lines.add(random.nextInt(lines.size() + 1), payout);
      }
      read.add(reports.read(lines.toArray(String[]::new)));
    }
    bookAll(read, reports);
    return Reports.balances("cpo", cpo);
  }

  /** Some lines without fee or payout, told whole in another file, or twice. */
  private static List<List<String>> arranged(
      List<Part> parts, List<String> names, Reports reports, Random random) {
    List<List<String>> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      files.add(new ArrayList<>());
    }
    for (Part part : parts) {
      int whole = random.nextInt(FILES);
      files.get(whole).add(part.line(names, reports, true, true));
      for (int i = 0; i < FILES; i++) {
        if (i != whole && random.nextBoolean()) {
          files.get(i).add(part.line(names, reports, random.nextBoolean(), random.nextBoolean()));
        }
      }
    }
    files.removeIf(List::isEmpty);
    files.forEach(file -> Collections.shuffle(file, random));
    return files;
  }

  /** Whichever can be booked: a payout waits for the files that have the rest of its lines. */
  private static void bookAll(List<String> read, Reports reports) {
    var waiting = new ArrayList<>(read);
    for (int turn = 0; turn < 2 * read.size() && !waiting.isEmpty(); turn++) {
      waiting.removeIf(report -> isBooked(reports.book(report, version(report)), report, reports));
    }
    assertThat(waiting).isEmpty();
  }

  /** Judged once more it may be something else: then a person decides again. */
  private static boolean isBooked(ValidatableResponse answer, String report, Reports reports) {
    int status = answer.extract().statusCode();
    Integer newest = answer.extract().path("newest.version");
    return status == 200
        || (newest != null && reports.book(report, newest).extract().statusCode() == 200);
  }

  private static int version(String report) {
    return given().get("/reports/{report}", report).path("version");
  }

  private static List<String> moved(List<Part> parts, String cpo) throws SQLException {
    var names = new ArrayList<String>();
    var books = new Books(cpo);
    for (int capture = 0; capture < CAPTURES; capture++) {
      int of = capture;
      int amount = parts.stream().filter(part -> part.capture == of).mapToInt(Part::gross).sum();
      names.add(books.moved(amount));
    }
    return names;
  }

  private static String cents(int cents) {
    return "%s%d.%02d"
        .formatted(cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
  }
}
