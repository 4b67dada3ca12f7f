package dev.holdfast.settlement.delivery;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which plans the database makes of what a service asks it, by the words of its log. */
record Plans(Ground ground) {
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')");
  private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
  private static final Pattern LEFT_OUT = Pattern.compile("Rows Removed by .*: (\\d+)");

  /** An index that is read for a bitmap counts with its table. */
  private static final Pattern TABLE =
      Pattern.compile(
          "(Seq|Index|Index Only|Heap) Scan .*on (journal_entry|day_balance|closed_day)");

  private static final Pattern NODE =
      Pattern.compile(
          "( *)(?:->  )?(\\S.*?) +\\(actual (?:time=\\S+ )?rows=([\\d.]+) loops=(\\d+)\\)");

  /** Has what is asked from now on logged, by connections that begin from now on. */
  static Plans of(Ground ground) throws SQLException {
    ground.execute("alter database session_settlement set log_min_duration_statement = 0");
    return new Plans(ground);
  }

  /** Of what was asked last of the journal: the plan as it was carried out, line by line. */
  List<String> last() throws SQLException, IOException {
    List<String> said = said();
    int at = said.size() - 1;
    while (!said.get(at).contains(" execute ") || !said.get(at).contains("journal_")) {
      at--;
    }
    String query = said.get(at).replaceFirst("(?s).*? execute [^:]*: ", "");
    Map<String, String> values = new HashMap<>();
    Matcher parameters = PARAMETER.matcher(said.get(at + 1));
    while (parameters.find()) {
      values.put(parameters.group(1), parameters.group(2));
    }
    return explained(
        PLACE
            .matcher(query)
            .replaceAll(
                place -> Matcher.quoteReplacement(requireNonNull(values.get(place.group(1))))));
  }

  /** A line that goes on begins with a tab. */
  private List<String> said() throws IOException {
    List<String> said = new ArrayList<>();
    for (String line : Files.readAllLines(ground.databaseLog())) {
      if (line.startsWith("\t") && !said.isEmpty()) {
        said.add(said.removeLast() + "\n" + line.substring(1));
      } else {
        said.add(line);
      }
    }
    return said;
  }

  private List<String> explained(String query) throws SQLException {
    List<String> plan = new ArrayList<>();
    try (Connection connection = ground.connect();
        Statement statement = connection.createStatement();
        ResultSet lines =
            statement.executeQuery(
                "explain (analyze, buffers, costs off, timing off, summary off) " + query)) {
      while (lines.next()) {
        plan.add(lines.getString(1));
      }
    }
    return plan;
  }

  /** How many rows of tables it took up, also those that it then left out. */
  static long rowsRead(List<String> plan) {
    double rows = 0;
    double loops = 0;
    for (String line : plan) {
      Matcher node = NODE.matcher(line);
      Matcher leftOut = LEFT_OUT.matcher(line);
      if (node.lookingAt()) {
        boolean isTable = TABLE.matcher(node.group(2)).find();
        loops = isTable ? Double.parseDouble(node.group(4)) : 0;
        rows += loops * Double.parseDouble(node.group(3));
      } else if (leftOut.find()) {
        rows += loops * Double.parseDouble(leftOut.group(1));
      }
    }
    return Math.round(rows);
  }

  /** Its nodes and buffers in short: those that read the partitions of months as one. */
  static List<String> nodes(List<String> plan) {
    Map<String, long[]> nodes = new LinkedHashMap<>();
    for (String line : plan) {
      Matcher node = NODE.matcher(line);
      if (node.lookingAt()) {
        String name =
            node.group(1) + node.group(2).replaceAll("(journal_entry)_\\d{4}_\\d\\d", "$1_MONTH");
        long[] sum =
            nodes.computeIfAbsent(
                name.replaceAll(" journal_entry_MONTH \\S+$", " journal_entry_MONTH"),
                _ -> new long[2]);
        sum[0]++;
        sum[1] += Math.round(Double.parseDouble(node.group(3)) * Long.parseLong(node.group(4)));
      }
    }
    Stream<String> buffers =
        plan.stream().map(String::strip).filter(line -> line.startsWith("Buffers:")).limit(1);
    return Stream.concat(
            nodes.entrySet().stream()
                .map(node ->
                    "%-92s %3d x %7d rows"
                        .formatted(node.getKey(), node.getValue()[0], node.getValue()[1])),
            buffers)
        .toList();
  }
}
