package dev.holdfast.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables that the services offer for download (RFC 4180). */
final class Csv {
  private final String text;
  private int at;

  private Csv(String text) {
    this.text = text;
  }

  /** The rows, each by the names of the header; what is missing is empty. */
  static List<Map<String, String>> read(String text) {
    Csv csv = new Csv(text);
    List<String> header = csv.row();
    List<Map<String, String>> rows = new ArrayList<>();
    while (csv.at < text.length()) {
      List<String> cells = csv.row();
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), i < cells.size() ? cells.get(i) : "");
      }
      rows.add(row);
    }
    return rows;
  }

  private List<String> row() {
    List<String> cells = new ArrayList<>(List.of(cell()));
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      cells.add(cell());
    }
    while (at < text.length() && (text.charAt(at) == '\r' || text.charAt(at) == '\n')) {
      at++;
    }
    return cells;
  }

  private String cell() {
    StringBuilder cell = new StringBuilder();
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    at += quoted ? 1 : 0;
    while (at < text.length()) {
      char next = text.charAt(at);
      if (quoted && next == '"') {
        at++;
        if (at >= text.length() || text.charAt(at) != '"') {
          return cell.toString();
        }
      } else if (!quoted && (next == ',' || next == '\r' || next == '\n')) {
        return cell.toString();
      }
      cell.append(next);
      at++;
    }
    return cell.toString();
  }
}
