package dev.holdfast.settlement.postgres;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Settlement.Status;
import dev.holdfast.settlement.core.trail.HoldStory;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A settlement as the JSON text of its row. The names of the core's records are the format: a test
 * keeps a text that was written before readable. A text that says more than those records can hold
 * is not read at all: whoever wrote it back would drop what it does not know.
 */
final class StateText {
  /** What a state holds are the components of its records, not what their methods work out. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new MoneyModule())
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build()
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private StateText() {}

  /** A settlement, or the story of its hold. */
  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * A settlement's state.
   *
   * @param row as an operator would look for it
   * @throws WrittenByNewer if it holds anything that this version does not know
   */
  static Settlement read(String row, Status status, String text) {
    return read(row, type(status), text);
  }

  /**
   * The story of a settlement's hold.
   *
   * @throws WrittenByNewer if it holds anything that this version does not know
   */
  static HoldStory readStory(String row, String text) {
    return read(row, HoldStory.class, text);
  }

  /**
   * The constant that a column names.
   *
   * @throws WrittenByNewer if this version has none of that name
   */
  static <E extends Enum<E>> E constant(String row, Class<E> type, String column, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new WrittenByNewer(row, "%s in %s".formatted(quoted(name), column), null));
  }

  private static <T> T read(String row, Class<T> type, String text) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException unknown) {
      throw new WrittenByNewer(row, unknownOf(unknown), unknown);
    }
  }

  private static String unknownOf(JsonProcessingException unknown) {
    return switch (unknown) {
      case UnrecognizedPropertyException field -> "the field " + quoted(path(field));
      case InvalidFormatException value ->
          "%s in %s".formatted(quoted(String.valueOf(value.getValue())), path(value));
      case JsonMappingException other -> "what is in " + quoted(path(other));
      default -> "how its state is written";
    };
  }

  private static String path(JsonMappingException unknown) {
    return unknown.getPath().stream()
        .map(Reference::getFieldName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("."));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static Class<? extends Settlement> type(Status status) {
    return switch (status) {
      case AWAITING_SESSION -> Settlement.AwaitingSession.class;
      case AWAITING_HOLD -> Settlement.AwaitingHold.class;
      case DECIDED -> Settlement.Decided.class;
      case SETTLED -> Settlement.Settled.class;
      case CORRECTING -> Settlement.Correcting.class;
      case ATTENTION -> Settlement.Attention.class;
    };
  }
}
