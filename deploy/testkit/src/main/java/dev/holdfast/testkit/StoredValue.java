package dev.holdfast.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The value of one field of a row, and its text in a column. */
final class StoredValue {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StoredValue() {}

  static String text(AnnotatedElement field, Object value) throws ReflectiveOperationException {
    var convert = field.getAnnotation(Convert.class);
    if (convert != null) {
      return converter(convert).convertToDatabaseColumn(value);
    }
    return switch (value) {
      case Enum<?> constant -> constant.name();
      case String[] array -> json(array);
      default -> value.toString();
    };
  }

  static Object read(AnnotatedElement field, Class<?> type, String text)
      throws ReflectiveOperationException {
    var convert = field.getAnnotation(Convert.class);
    return convert == null ? parsed(type, text) : converter(convert).convertToEntityAttribute(text);
  }

  /** What stands in a field whose column is null. */
  static @Nullable Object nothing(Class<?> type) {
    return switch (type.getName()) {
      case "long" -> 0L;
      case "int" -> 0;
      case "boolean" -> false;
      default -> null;
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // whatever it converts, it is from and to its field
  private static Object parsed(Class<?> type, String text) {
    if (type.isEnum()) {
      return Enum.valueOf((Class<? extends Enum>) type, text);
    }
    return switch (type.getName()) {
      case "java.lang.String" -> text;
      case "java.util.UUID" -> UUID.fromString(text);
      case "java.time.Instant" -> Instant.parse(text);
      case "java.time.LocalDate" -> LocalDate.parse(text);
      case "java.math.BigDecimal" -> new BigDecimal(text);
      case "long", "java.lang.Long" -> Long.valueOf(text);
      case "int", "java.lang.Integer" -> Integer.valueOf(text);
      case "boolean", "java.lang.Boolean" -> Boolean.valueOf(text);
      case "[Ljava.lang.String;" -> array(text);
      default -> throw new IllegalStateException("Teach StoredColumns to read a " + type);
    };
  }

  @SuppressWarnings("unchecked") // as its field says
  private static AttributeConverter<Object, String> converter(Convert convert)
      throws ReflectiveOperationException {
    var constructor = convert.converter().getDeclaredConstructor();
    constructor.setAccessible(true);
    return (AttributeConverter<Object, String>) constructor.newInstance();
  }

  private static String json(String[] array) {
    try {
      return JSON.writeValueAsString(array);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String[] array(String text) {
    try {
      return JSON.readValue(text, String[].class);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(text, broken);
    }
  }
}
