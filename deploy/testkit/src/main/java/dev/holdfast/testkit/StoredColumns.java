package dev.holdfast.testkit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an entity as texts, as Hibernate would write and read them: an enum by its name, a
 * converted field by its converter, an embedded one by its own columns. So rows of one version can
 * be given to the readers of another without a database.
 */
final class StoredColumns {
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
      values[i] = value == null ? StoredValue.nothing(parts[i].getType()) : value;
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
          columns.put(column(field, field.getName()), StoredValue.text(field, value));
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
    return StoredValue.read(field, type, text);
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

  private static RuntimeException unchecked(@Nullable Throwable cause) {
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }
}
