package dev.holdfast.authorization.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** How long a hold lasts where the gateway does not say: hold-validity.csv, with its sources. */
@ApplicationScoped
public class HoldValidity {
  private final List<Window> windows;

  private record Window(String vendor, LocalDate validFrom, Duration length) {
    static Window of(String line) {
      var fields = line.split(",", 4);
      return new Window(
          fields[0], LocalDate.parse(fields[1]), Duration.ofHours(Long.parseLong(fields[2])));
    }
  }

  /** Reads the table. */
  public HoldValidity() {
    try (var csv = HoldValidity.class.getResourceAsStream("/hold-validity.csv")) {
      var text = new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8);
      windows = text.lines().skip(1).map(Window::of).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("hold-validity.csv cannot be read", broken);
    }
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
