package dev.holdfast.authorization.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import java.util.Locale;

/**
 * A list in a column, as JSON in text: the reactive driver takes no JSON array. The mapper is our
 * own, as that of the REST doors has their settings. It knows no field but ours, so that nothing
 * that a newer version wrote is lost by being written back.
 */
final class JsonText {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonText() {}

  static String of(List<?> list) {
    try {
      return MAPPER.writeValueAsString(list);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("Not to be written as JSON: " + list, broken);
    }
  }

  /**
   * The list that was written.
   *
   * @throws IllegalArgumentException saying what of it is not known here
   */
  static <T> List<T> read(String text, Class<T> element) {
    var type = MAPPER.getTypeFactory().constructCollectionType(List.class, element);
    try {
      return MAPPER.readValue(text, type);
    } catch (UnrecognizedPropertyException unknown) {
      throw new IllegalArgumentException(
          "the field \"%s\"".formatted(unknown.getPropertyName()), unknown);
    } catch (InvalidFormatException unknown) {
      throw new IllegalArgumentException(
          "the %s %s"
              .formatted(
                  unknown.getTargetType().getSimpleName().toLowerCase(Locale.ROOT),
                  unknown.getValue()),
          unknown);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("the JSON that is in it", broken);
    }
  }

  /** Plain words. */
  static final class Words implements AttributeConverter<List<String>, String> {
    @Override
    public String convertToDatabaseColumn(List<String> words) {
      return of(words);
    }

    @Override
    public List<String> convertToEntityAttribute(String text) {
      return read(text, String.class);
    }
  }
}
