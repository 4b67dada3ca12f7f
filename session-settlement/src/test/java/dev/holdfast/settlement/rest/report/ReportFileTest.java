package dev.holdfast.settlement.rest.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.settlement.core.report.FileLine;
import dev.holdfast.settlement.core.report.ReportLine;
import dev.holdfast.settlement.core.report.ReportLine.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFileTest {
  private static final String HEADER =
      "Session ID,Refund ID,Type,Currency,Amount,Fee,Payout ID,Date\n";

  /** Each gateway's example tells of the same capture, refund, fee of its own, and payout. */
  @ParameterizedTest
  @EnumSource
  void readsTheExampleOfEachGateway(Format format) throws IOException {
    List<ReportLine> lines = told(all(format, example(format.name().toLowerCase(Locale.ROOT))));
    assertThat(lines)
        .extracting(ReportLine::kind)
        .containsExactly(Kind.CAPTURE, Kind.REFUND, Kind.CHARGE, Kind.PAYOUT);
    assertThat(lines.get(0).names().ofMovement()).startsWith("pay-1");
    assertThat(lines.get(1).names().ofMovement()).startsWith("back-1");
    assertThat(lines)
        .extracting(line -> line.amounts().gross())
        .startsWith(Money.parse("EUR 23.40"), Money.parse("EUR -3.40"));
    assertThat(lines)
        .extracting(line -> line.amounts().fee())
        .startsWith(Money.parse("EUR 0.30"), Money.parse("EUR 0.10"));
    assertThat(lines.get(3).amounts().gross()).isEqualTo(Money.parse("EUR 17.60"));
    assertThat(lines).extracting(line -> line.payout().name()).doesNotContainNull().hasSize(4);
    assertThat(lines.getFirst().time().at()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "session_id,type,currency,amount\npay-1,CAPTURE,EUR,23.40\n",
        "AMOUNT,Currency,TYPE,Session-ID\r\n23.40,EUR,capture,pay-1\r\n",
        "Session ID;Type;Note;Currency;Amount\npay-1;Sale;a,b;eur;23,40\n",
        "\uFEFF\"Session ID\",\"Type\",\"Currency\",\"Amount\"\n\"pay-1\",\"COMMIT\",\"EUR\",\"+23.4\"\n"
      })
  void findsTheColumnsInAnyOrderAndCase(String file) {
    ReportLine said = told(read(file)).getFirst();
    assertThat(said.kind()).isEqualTo(Kind.CAPTURE);
    assertThat(said.names().ofMovement()).containsExactly("pay-1");
    assertThat(said.amounts().gross()).isEqualTo(Money.parse("EUR 23.40"));
    assertThat(said.time().at()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pay-1,,CAPTURE,EUR,23.405,,,| amount: 23.405 has two meanings",
        "pay-1,,CAPTURE,EUR,1.234.50,,,| amount: 1.234.50 is no amount",
        "pay-1,,CAPTURE,JPY,23.40,,,| amount: 23.40 is no amount",
        "pay-1,,CAPTURE,EUR,23.40,free,,| fee: free is no amount",
        "pay-1,,CAPTURE,EURO,23.40,,,| currency: EURO is no currency; write an ISO 4217 code",
        "pay-1,,CAPTURE,,23.40,,,| currency: the cell is empty; fill it in",
        "pay-1,,CAPTURE,EUR,\"1,200\",,,| amount: 1,200 has two meanings; write it with as many",
        "pay-1,,CAPTURE,EUR,1.200,,,| amount: 1.200 has two meanings",
        "pay-1,,CAPTURE,EUR,23.40,-0.30,,| fee: EUR -0.30 is below zero for money that was taken",
        "pa\u200By-1,,CAPTURE,EUR,23.40,,,| session_id: it has a control character",
        "pay\u0000-1,,CAPTURE,EUR,23.40,,,| session_id: it has a control character",
        "pay-1,,CAPTURE,EUR,23.40| fee: the line ends before it",
        "pay-1,,CAPTURE,EUR,23.40,,,,1| it has 9 cells, and the header 8",
        "4111 1111 1111 1111,,CAPTURE,EUR,23.40,,,| session_id: looks like a card number",
        "pay-1,,CAPTURE,4111111111111111,23.40,,,| currency: ************1111 is no currency",
        "pay-1,,CAPTURE,EUR,\"23.40,,,| quotes do not match",
      })
  void tellsWhereALineIsBrokenAndGoesOn(String broken, String remedy) {
    List<FileLine> lines = read(HEADER + broken + "\npay-2,,CAPTURE,EUR,1.00,,,\n");
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .isInstanceOfSatisfying(
            FileLine.Broken.class,
            line -> {
              assertThat(line.line()).isEqualTo(2);
              assertThat(line.remedy()).contains(remedy).doesNotContain("4111");
            });
    assertThat(lines.getLast()).isInstanceOf(FileLine.Parsed.class);
    assertThat(lines.getLast().line()).isEqualTo(3);
  }

  /** A retrieval number, say, in a column of which nothing is kept. */
  @Test
  void takesNamesOfDigitsAloneAndLooksAtNoColumnThatItDoesNotRead() {
    String header = "session_id,type,currency,amount,rrn\n";
    List<FileLine> lines = read(header + "4111111111111111,CAPTURE,EUR,1,4242 4242 4242 4242\n");
    assertThat(told(lines).getFirst().names().ofMovement()).containsExactly("4111111111111111");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T12:00:00Z",
    "2026-11-22 12:00:00",
    "2026-11-22T12:00:00",
    "2026-11-22T13:00:00+01:00",
    "2026-11-22 13:00:00+01:00"
  })
  void readsATimeAsItIsOftenWritten(String time) {
    ReportLine said = told(read(HEADER + "pay-1,,CAPTURE,EUR,1.00,,," + time)).getFirst();
    assertThat(said.time().at()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| header: session_id, type, currency, amount is missing",
        "session_id,type,amount| header: currency is missing; send the export with a header. The first line",
      })
  void refusesAFileWhoseColumnsAreInDoubt(String file, String reason) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(Unacceptable.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesAFileInAnotherEncodingWithItsLine() {
    byte[] file = (HEADER + "pay-\u00e9").getBytes(ISO_8859_1);
    assertThatThrownBy(() -> all(Format.PAYTER, file))
        .hasMessage("body: is not UTF-8 in line 2: save the file as CSV UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-22 12:00:00, UTC, 2026-06-22T12:00:00Z",
    "2026-06-22 12:00:00, BST, 2026-06-22T11:00:00Z",
    "2026-06-22 12:00:00, CEST, 2026-06-22T10:00:00Z",
    "2026-06-22 12:00:00, CET, 2026-06-22T10:00:00Z",
    "2026-11-22 12:00:00, CET, 2026-11-22T11:00:00Z",
  })
  void takesShortTimeZonesAsAdyenMeansThem(String time, String zone, Instant at) {
    String header = "session_id,type,currency,amount,date,time_zone\n";
    List<FileLine> lines = read(header + "pay-1,SALE,EUR,1," + time + "," + zone);
    assertThat(told(lines).getFirst().time().at()).isEqualTo(at);
  }

  @Test
  void saysWhichColumnsItFoundButNoCardNumber() {
    assertThatThrownBy(() -> read("Type,4111111111111111\n"))
        .hasMessageContaining("found: Type, ************1111")
        .hasMessageNotContaining("4111");
  }

  @Test
  void knowsNoFeeThatTheReportDoesNotTell() {
    String adyen = "Psp Reference,Type,Gross Currency,Gross Debit (GC),Gross Credit (GC)\n";
    byte[] file = (adyen + "pay-1,Settled,EUR,,23.40\n").getBytes(UTF_8);
    assertThat(told(all(Format.ADYEN, file)).getFirst().amounts().fee()).isNull();
    List<ReportLine> payter =
        told(
            read(
                HEADER + "pay-1,,SALE,EUR,1.00,,,\npay-2,,SALE,EUR,1.00,0.00,,\n,,RENT,EUR,-2,,,"));
    assertThat(payter)
        .extracting(line -> line.amounts().fee())
        .containsExactly(null, Money.parse("EUR 0.00"), Money.parse("EUR 0.00"));
  }

  /** Nothing is decided by a time, so no line is broken by one. */
  @ParameterizedTest
  @CsvSource({
    "yesterday",
    "29.11.2026",
    "2026-13-22 12:00:00",
    "1969-12-31",
    "+999999999-12-31",
    "a\u0000b"
  })
  void knowsNoTimeWhereItCannotBeUnderstood(String time) {
    ReportLine said = told(read(HEADER + "pay-1,,CAPTURE,EUR,1.00,,," + time)).getFirst();
    assertThat(said.time().at()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0.300, EUR 0.30",
    "23.4000, EUR 23.40",
    "'23,4', EUR 23.40",
    "'1200,00', EUR 1200.00"
  })
  void readsAnAmountThatHasOneMeaning(String amount, String money) {
    String line = "pay-1,,CAPTURE,EUR,\"%s\",,,\n".formatted(amount);
    assertThat(told(read(HEADER + line)).getFirst().amounts().gross())
        .isEqualTo(Money.parse(money));
  }

  @Test
  void readsWhateverSaysByItselfHowItIsWritten() throws IOException {
    String file = HEADER + "\u00A0pay-1\u200B ,,CAPTURE,EUR,1.00,0.10,p,\n";
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(file.getBytes(UTF_8));
    }
    List<byte[]> same =
        List.of(
            file.getBytes(UTF_8),
            file.getBytes(UTF_16),
            ("\uFEFF" + file).getBytes(UTF_16LE),
            file.replace('\n', '\r').getBytes(UTF_8),
            file.replace("\n", "\r\n").getBytes(UTF_8),
            packed.toByteArray());
    for (byte[] written : same) {
      assertThat(told(all(Format.PAYTER, written)).getFirst().names().ofMovement())
          .containsExactly("pay-1");
    }
    assertThatThrownBy(() -> all(Format.PAYTER, "PK and more".getBytes(UTF_8)))
        .hasMessageContaining("unpack it");
    byte[] damaged = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    assertThatThrownBy(() -> all(Format.PAYTER, damaged))
        .hasMessageContaining("cannot be unpacked");
  }

  @Test
  void saysWhatToTickWhereStripesDefaultColumnsCannotMatch() {
    assertThatThrownBy(() -> all(Format.STRIPE, example("stripe-default")))
        .hasMessageContaining("header: payment_intent_id is missing; tick it among the columns");
  }

  private static List<FileLine> read(String file) {
    return all(Format.PAYTER, file.getBytes(UTF_8));
  }

  static List<FileLine> all(Format format, byte[] file) {
    try {
      Path written = Files.createTempFile("report-", ".csv");
      try {
        return all(format, Files.write(written, file));
      } finally {
        Files.delete(written);
      }
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  private static List<FileLine> all(Format format, Path file) {
    try (ReportFile open = ReportFile.open(format, ReportText.of(file))) {
      return open.next(Integer.MAX_VALUE);
    }
  }

  private static List<ReportLine> told(List<FileLine> lines) {
    return lines.stream().map(FileLine.Parsed.class::cast).map(FileLine.Parsed::said).toList();
  }

  static byte[] example(String name) throws IOException {
    try (InputStream file =
        ReportFileTest.class.getResourceAsStream("/report/%s.csv".formatted(name))) {
      return Objects.requireNonNull(file).readAllBytes();
    }
  }
}
