package dev.holdfast.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A difference that is known and not mended yet, as the file of expected differences has it.
 *
 * @param cells in whose time it may be
 * @param seen what must match all of what was seen
 * @param why what it comes from, and what will mend it
 */
record Expected(String name, Check check, Cells cells, Pattern seen, String why) {
  private static final String FILE = "expected-differences.txt";
  private static final Pattern FIELD = Pattern.compile("(check|cells|seen|why):\\s*(.*)");

  /** Those of the file beside this class. */
  static List<Expected> all() {
    try (InputStream file = Expected.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing beside " + Expected.class);
      }
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Reads such a file.
   *
   * @throws IllegalArgumentException if something is missing, with where
   */
  static List<Expected> parse(String text) {
    List<Expected> all = new ArrayList<>();
    String name = "";
    Map<String, String> fields = new HashMap<>();
    String last = "";
    for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
      var field = FIELD.matcher(line.strip());
      if (line.startsWith("[")) {
        add(all, name, fields);
        name = line.strip().replaceAll("[\\[\\]]", "");
        fields = new HashMap<>();
      } else if (field.matches()) {
        last = field.group(1);
        fields.put(last, field.group(2));
      } else if (!line.isBlank()) {
        fields.merge(last, line.strip(), (before, more) -> before + " " + more);
      }
    }
    add(all, name, fields);
    return all;
  }

  private static void add(List<Expected> all, String name, Map<String, String> fields) {
    if (!name.isEmpty()) {
      all.add(
          new Expected(
              name,
              check(name, field(name, fields, "check")),
              Cells.parse(field(name, fields, "cells")),
              Pattern.compile(field(name, fields, "seen")),
              field(name, fields, "why")));
    }
  }

  private static String field(String name, Map<String, String> fields, String field) {
    String value = fields.get(field);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("[%s] has no '%s:'.".formatted(name, field));
    }
    return value;
  }

  private static Check check(String name, String word) {
    return Arrays.stream(Check.values())
        .filter(check -> check.word().equals(word))
        .findAny()
        .orElseThrow(
            () -> new IllegalArgumentException("[%s] names no check: '%s'.".formatted(name, word)));
  }

  /** Is this it? */
  boolean explains(Difference difference) {
    return check == difference.check()
        && seen.matcher(difference.seen()).matches()
        && difference.cells().stream().anyMatch(cells::contains);
  }
}
