package dev.holdfast.authorization.gateway;

import dev.holdfast.text.csv.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/** How long a hold lasts where the gateway does not say: hold-validity.csv, with its sources. */
@ApplicationScoped
public class HoldValidity {
  private final List<Window> windows;

  private record Window(String vendor, LocalDate validFrom, Duration length) {
    static Window of(CsvTable.Row row) {
      return new Window(
          row.get("vendor"),
          LocalDate.parse(row.get("valid_from")),
          Duration.ofHours(Long.parseLong(row.get("hours"))));
    }
  }

  /** Reads the table. */
  public HoldValidity() {
    windows =
        CsvTable.ofResource(HoldValidity.class, "/hold-validity.csv").rows().stream()
            .map(Window::of)
            .toList();
  }

  /** When a hold that this vendor's gateway granted then lapses. */
  public Instant expiry(String vendor, Instant granted) {
    var day = LocalDate.ofInstant(granted, ZoneOffset.UTC);
    return windows.stream()
        .filter(window -> window.vendor().equals(vendor) && !window.validFrom().isAfter(day))
        .max(Comparator.comparing(Window::validFrom))
        .map(window -> granted.plus(window.length()))
        .orElseThrow(() -> new IllegalStateException("hold-validity.csv does not know " + vendor));
  }
}
