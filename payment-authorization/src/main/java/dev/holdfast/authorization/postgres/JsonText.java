package dev.holdfast.authorization.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import java.util.List;

/**
 * A list in a column, as JSON in text: the reactive driver takes no JSON array. The mapper is our
 * own, as that of the REST doors has their settings.
 */
abstract class JsonText<T> implements AttributeConverter<List<T>, String> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JavaType type;

  JsonText(Class<T> element) {
    type = MAPPER.getTypeFactory().constructCollectionType(List.class, element);
  }

  @Override
  public String convertToDatabaseColumn(List<T> list) {
    try {
      return MAPPER.writeValueAsString(list);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("Not to be written as JSON: " + list, broken);
    }
  }

  @Override
  public List<T> convertToEntityAttribute(String text) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("Not the JSON that was written: " + text, broken);
    }
  }

  /** Attempts, oldest first. */
  static final class Attempts extends JsonText<AttemptColumn> {
    Attempts() {
      super(AttemptColumn.class);
    }
  }

  /** Rungs, in the order of the plan. */
  static final class Rungs extends JsonText<RungColumn> {
    Rungs() {
      super(RungColumn.class);
    }
  }

  /** Plain words. */
  static final class Words extends JsonText<String> {
    Words() {
      super(String.class);
    }
  }
}
