package dev.holdfast.settlement.rest;

import static dev.holdfast.settlement.rest.Csv.column;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doors.Amount;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain          | plain",
        "a,b            | \"a,b\"",
        "say \"yes\"    | \"say \"\"yes\"\"\"",
        "two\\nlines    | \"two\\nlines\"",
        "=1+1           | '=1+1",
        "+49            | '+49",
        "-2             | '-2",
        "@sum(A1)       | '@sum(A1)",
        "\\t=1          | '\\t=1",
        "=A1,B1         | \"'=A1,B1\"",
        "a=1            | a=1"
      })
  void quotesTextAndLeavesNoFormula(String text, String cell) {
    assertThat(cellOf(text.replace("\\n", "\n").replace("\\t", "\t")))
        .isEqualTo(cell.replace("\\n", "\n").replace("\\t", "\t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "COMMA     | false | one,two\\r\\n   | \"a,b\",c;d\\r\\n",
        "SEMICOLON | false | one;two\\r\\n   | a,b;\"c;d\"\\r\\n",
        "TAB       | false | one\\ttwo\\r\\n | a,b\\tc;d\\r\\n",
        "SEMICOLON | true  | +one;two\\r\\n | a,b;\"c;d\"\\r\\n",
      })
  void writesTheSeparatorAndTheMarkThatAreAskedFor(
      CsvManner.Separator separator, boolean byteOrderMark, String header, String line) {
    var manner = new CsvManner(separator, byteOrderMark);
    var table = new Csv<String>(List.of(column("one", row -> "a,b"), column("two", row -> row)));
    assertThat(shown(table.header(manner))).isEqualTo(header);
    assertThat(shown(table.lines(Stream.of("c;d"), manner))).isEqualTo(line);
  }

  private static String shown(String text) {
    return text.replace("\uFEFF", "+").replace("\t", "\\t").replace("\r\n", "\\r\\n");
  }

  @ParameterizedTest
  @CsvSource({"2340, EUR, 23.40", "-340, EUR, -3.40", "2340, JPY, 2340", "1234, KWD, 1.234"})
  void tellsAmountsInMajorUnitsOfTheirCurrency(long minorUnits, String currency, String cell) {
    assertThat(cellOf(Csv.amount(new Amount(minorUnits, currency)))).isEqualTo(cell);
  }

  @Test
  void tellsWhatIsMissingByNothingAndAMomentInUtc() {
    assertThat(cellOf(null)).isEmpty();
    assertThat(cellOf(Csv.amount(null))).isEmpty();
    assertThat(cellOf(Instant.parse("2026-11-22T12:00:00Z"))).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(cellOf(new BigDecimal("1E+3"))).isEqualTo("1000");
  }

  /** The order of the columns is a promise: it changes here and there together, or not at all. */
  @Test
  void hasTheColumnsThatThePageTellsOfInTheirOrder() throws IOException {
    assertThat(columnsOfThePage())
        .isEqualTo(
            Map.of(
                "journal.csv", names(JournalCsv.TABLE),
                "settlements.csv", names(SettlementCsv.TABLE)));
  }

  private static <R> List<String> names(Csv<R> table) {
    return table.columns().stream().map(Csv.Column::name).toList();
  }

  /** Below the heading of a file, the first cell of each row of the table. */
  private static Map<String, List<String>> columnsOfThePage() throws IOException {
    var files = new LinkedHashMap<String, List<String>>();
    String file = "";
    for (String line : Files.readAllLines(Path.of("docs/finance-files.md"))) {
      if (line.startsWith("#")) {
        file = line.endsWith(".csv`") ? line.replaceAll("#+ `|`", "") : "";
      } else if (!file.isEmpty() && line.startsWith("| `")) {
        files.computeIfAbsent(file, name -> new ArrayList<>()).add(line.split("`", 3)[1]);
      }
    }
    return files.entrySet().stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String cellOf(@Nullable Object value) {
    var table = new Csv<List<@Nullable Object>>(List.of(column("only", row -> row.getFirst())));
    var row = new ArrayList<@Nullable Object>();
    row.add(value);
    String line = table.lines(Stream.of(row), new CsvManner(CsvManner.Separator.COMMA, false));
    assertThat(line).endsWith("\r\n");
    return line.substring(0, line.length() - 2);
  }
}
