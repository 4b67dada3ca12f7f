package dev.holdfast.text.csv;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.text.csv.CsvRecord.Broken;
import dev.holdfast.text.csv.CsvRecord.Cells;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
  @Test
  void readsCellsWithoutTheSpacesAroundThem() {
    assertThat(read(" a ,b,\t\"c\" ,,\" d \"")).containsExactly(cells(1, "a", "b", "c", "", "d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\nc,d",
        "a,b\nc,d\n",
        "a,b\r\nc,d\r\n",
        "\"a\",\"b\"\r\n\"c\",\"d\"\r\n",
        "a,b\rc,d\r"
      })
  void readsLinesThatEndInEitherWay(String text) {
    assertThat(read(text)).containsExactly(cells(1, "a", "b"), cells(2, "c", "d"));
  }

  @Test
  void readsCellsWithAnotherCharacterBetweenThem() {
    assertThat(new CsvReader(new StringReader("a;\"b;\";1,50\n"), ';').next())
        .contains(cells(1, "a", "b;", "1,50"));
  }

  @Test
  void readsCommasQuotesAndLineEndsInQuotes() {
    assertThat(read("\"a,\"\"b\"\"\r\nc\",d\r\ne,5\" wide"))
        .containsExactly(cells(1, "a,\"b\"\nc", "d"), cells(3, "e", "5\" wide"));
  }

  @Test
  void skipsWhatIsBlankAndKeepsCount() {
    assertThat(read("\n \na\n,,\n\r\n\"\"\nb\n\n")).containsExactly(cells(3, "a"), cells(7, "b"));
    assertThat(read("")).isEmpty();
    assertThat(read("\n\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"b,\"c", "b,\"c\"d,e", "b,\"c\" d", "b,\""})
  void losesOnlyTheLineWithABrokenQuote(String broken) {
    var records = read("a,1\n" + broken + "\nc,\"3\"\nd,4\n");

    assertThat(records).hasSize(4).contains(cells(1, "a", "1"), cells(3, "c", "3"));
    assertThat(records.getLast()).isEqualTo(cells(4, "d", "4"));
    assertThat(records.get(1))
        .isInstanceOfSatisfying(
            Broken.class,
            lost -> {
              assertThat(lost.line()).isEqualTo(2);
              assertThat(lost.remedy()).startsWith("cell 2: quotes do not match");
            });
  }

  @Test
  void countsLinesOnAfterABrokenRecordOfSeveral() {
    assertThat(read("\"a\nb\nc\"x\nd")).extracting(CsvRecord::line).containsExactly(1, 2, 3, 4);
  }

  @Test
  void losesOnlyTheLineThatIsTooLong() {
    var fits = "x".repeat(CsvReader.LONGEST);
    assertThat(read(fits + "\nb")).containsExactly(cells(1, fits), cells(2, "b"));
    assertThat(read(fits + "y\nb"))
        .containsExactly(new Broken(1, "must be at most 10000 characters long"), cells(2, "b"));
    assertThat(read("\"" + "x\n".repeat(CsvReader.LONGEST) + "\"").getFirst())
        .isInstanceOf(Broken.class);
  }

  @Property
  void readsBackWhatWasWrittenInQuotes(@ForAll("tables") List<List<String>> table) {
    var text =
        table.stream()
            .map(row -> row.stream().map(CsvReaderTest::quoted).collect(joining(",")))
            .collect(joining("\n"));

    assertThat(read(text)).extracting(record -> ((Cells) record).cells()).isEqualTo(table);
  }

  @Property
  void readsAnythingToItsEnd(@ForAll("texts") String text) {
    var lines = read(text).stream().map(CsvRecord::line).toList();

    assertThat(lines).isSorted().doesNotHaveDuplicates();
    assertThat(lines).allMatch(line -> line <= text.split("\r\n|[\r\n]", -1).length);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    var cell = Arbitraries.strings().withChars("ab,\" \n").ofMaxLength(6).map(String::strip);
    return cell.list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .filter(row -> row.stream().anyMatch(each -> !each.isEmpty()))
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("a,\" \r\n").ofMaxLength(40);
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  private static Cells cells(int line, String... cells) {
    return new Cells(line, List.of(cells));
  }

  private static List<CsvRecord> read(String text) {
    var reader = new CsvReader(text);
    var records = new ArrayList<CsvRecord>();
    for (var next = reader.next(); next.isPresent(); next = reader.next()) {
      records.add(next.get());
    }
    return records;
  }
}
