package dev.holdfast.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an entity as texts, as Hibernate would write and read them: an enum by its name, a
 * converted field by its converter, an embedded one by its own columns. So rows of one version can
 * be given to the readers of another without a database.
 */
final class StoredColumns {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StoredColumns() {}

  /** The columns of a row that are not null. */
  static SortedMap<String, String> of(Object row) {
    var columns = new TreeMap<String, String>();
    write(row, columns);
    return columns;
  }

  /** The names of the columns that a class of rows has. */
  static Set<String> names(Class<?> type) {
    var names = new TreeSet<String>();
    for (var field : fields(type)) {
      if (field.getType().isAnnotationPresent(Embeddable.class)) {
        names.addAll(names(field.getType()));
      } else {
        names.add(column(field, field.getName()));
      }
    }
    return names;
  }

  /** A row with these columns; those that its class does not have stay in the database. */
  static <R> R read(Class<R> type, Map<String, String> columns) {
    try {
      if (type.isRecord()) {
        return embedded(type, columns);
      }
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      R row = constructor.newInstance();
      for (var field : fields(type)) {
        var value = value(field, field.getType(), field.getName(), columns);
        if (value != null) {
          field.set(row, value);
        }
      }
      return row;
    } catch (InvocationTargetException refused) {
      throw unchecked(refused.getCause());
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(type + " cannot be filled", broken);
    }
  }

  private static <R> R embedded(Class<R> type, Map<String, String> columns)
      throws ReflectiveOperationException {
    var parts = type.getRecordComponents();
    var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<R> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    var values = new @Nullable Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      var field = type.getDeclaredField(parts[i].getName());
      var value = value(field, parts[i].getType(), parts[i].getName(), columns);
      values[i] = value == null ? nothing(parts[i].getType()) : value;
    }
    return constructor.newInstance(values);
  }

  private static void write(Object row, Map<String, String> columns) {
    try {
      for (var field : fields(row.getClass())) {
        var value = field.get(row);
        if (value != null && value.getClass().isAnnotationPresent(Embeddable.class)) {
          write(value, columns);
        } else if (value != null) {
          columns.put(column(field, field.getName()), text(field, value));
        }
      }
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(row.getClass() + " cannot be read", broken);
    }
  }

  private static @Nullable Object value(
      AnnotatedElement field, Class<?> type, String name, Map<String, String> columns)
      throws ReflectiveOperationException {
    if (type.isAnnotationPresent(Embeddable.class)) {
      return read(type, columns);
    }
    var text = columns.get(column(field, name));
    if (text == null) {
      return null;
    }
    var convert = field.getAnnotation(Convert.class);
    return convert == null ? parsed(type, text) : converter(convert).convertToEntityAttribute(text);
  }

  private static String text(AnnotatedElement field, Object value)
      throws ReflectiveOperationException {
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

  private static @Nullable Object nothing(Class<?> type) {
    return switch (type.getName()) {
      case "long" -> 0L;
      case "int" -> 0;
      case "boolean" -> false;
      default -> null;
    };
  }

  @SuppressWarnings("unchecked") // as its field says
  private static AttributeConverter<Object, String> converter(Convert convert)
      throws ReflectiveOperationException {
    var constructor = convert.converter().getDeclaredConstructor();
    constructor.setAccessible(true);
    return (AttributeConverter<Object, String>) constructor.newInstance();
  }

  private static List<Field> fields(Class<?> type) {
    var fields =
        Stream.of(type.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
            .toList();
    fields.forEach(field -> field.setAccessible(true));
    return fields;
  }

  /** As the naming strategy of payment-authorization has it; the others name their columns. */
  private static String column(AnnotatedElement field, String name) {
    var column = field.getAnnotation(Column.class);
    return column == null || column.name().isEmpty()
        ? name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT)
        : column.name();
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

  private static RuntimeException unchecked(@Nullable Throwable cause) {
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }
}
