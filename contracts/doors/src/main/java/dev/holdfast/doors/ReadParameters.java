package dev.holdfast.doors;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters of a path, a query and headers. One that cannot be read is answered 400 with its
 * name and the remedy; the framework would say 404 without a word.
 */
@Provider
@Singleton
class ReadParameters implements ParamConverterProvider {
  /** How a text becomes a value, and what to send instead of one that does not. */
  private record Reading(Function<String, ?> value, String remedy) {}

  private static final Reading INT =
      new Reading(Integer::valueOf, "send a whole number, such as 50");
  private static final Reading LONG = new Reading(Long::valueOf, "send a whole number, such as 50");
  private static final Reading TRUTH = new Reading(ReadParameters::truth, "send true or false");

  private static final Map<Class<?>, Reading> READINGS =
      Map.ofEntries(
          Map.entry(int.class, INT),
          Map.entry(Integer.class, INT),
          Map.entry(long.class, LONG),
          Map.entry(Long.class, LONG),
          Map.entry(boolean.class, TRUTH),
          Map.entry(Boolean.class, TRUTH),
          Map.entry(
              UUID.class,
              new Reading(
                  Texts::uuid, "send a UUID, such as 019ac2b4-6a3c-7d20-9c52-3f6a1be0c111")),
          Map.entry(
              Instant.class,
              new Reading(
                  Texts::instant, "send a UTC time from 1970 on, such as 2026-11-22T12:00:00Z")),
          Map.entry(
              LocalDate.class,
              new Reading(Texts::day, "send a day from 1970 on, such as 2026-11-22")),
          Map.entry(
              LocalTime.class,
              new Reading(
                  text -> LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES),
                  "send a time of day, such as 04:00")),
          Map.entry(
              ZoneId.class,
              new Reading(
                  ZoneId::of,
                  "send a name of the IANA time zone database, such as Europe/Berlin")));

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    return reading(type).map(one -> new Converter<T>(name(annotations), one)).orElse(null);
  }

  /** What to send for a value of this type, wherever it is read from. */
  static Optional<String> remedy(Class<?> type) {
    return reading(type).map(Reading::remedy);
  }

  private static Optional<Reading> reading(Class<?> type) {
    return Optional.ofNullable(type.isEnum() ? ofChoice(type) : READINGS.get(type));
  }

  private static Reading ofChoice(Class<?> type) {
    Object[] choices = type.getEnumConstants();
    return new Reading(
        text ->
            Arrays.stream(choices)
                .filter(choice -> ((Enum<?>) choice).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text)),
        "send one of " + Arrays.toString(choices));
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text); // whatever somebody has typed
    };
  }

  private static String name(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      switch (annotation) {
        case QueryParam query -> {
          return query.value();
        }
        case PathParam path -> {
          return path.value();
        }
        case HeaderParam header -> {
          return header.value();
        }
        default -> {
          // says something else of it
        }
      }
    }
    return "parameter";
  }

  private record Converter<T>(String name, Reading reading) implements ParamConverter<T> {
    @Override
    @SuppressWarnings("unchecked") // the reading was found by the class of the value
    public @Nullable T fromString(@Nullable String text) {
      if (text == null || text.isEmpty()) {
        return null;
      }
      try {
        return (T) reading.value().apply(text);
      } catch (IllegalArgumentException | DateTimeException wrong) {
        throw Problems.refused(name, "'" + text + "' cannot be read", reading.remedy());
      }
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }
}
