package dev.holdfast.settlement.postgres;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The conditions of a query, only those that were asked for, and what they compare with. */
final class Conditions {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  /** The column must be the value; null: any. */
  void equal(String column, @Nullable Object value) {
    when(column, value, column + " = :" + column);
  }

  /** The column, a text, must name the constant; null: any. */
  void constant(String column, @Nullable Enum<?> constant) {
    equal(column, constant == null ? null : constant.name());
  }

  /** The condition, which names the parameter, must hold; nothing where the value is null. */
  void when(String parameter, @Nullable Object value, String condition) {
    if (value != null) {
      bind(parameter, value);
      must(condition);
    }
  }

  /** Gives a parameter its value. */
  void bind(String parameter, Object value) {
    parameters.put(parameter, value);
  }

  /** The condition must hold. */
  void must(String condition) {
    conditions.add("(" + condition + ")");
  }

  /** With the word before them, and a space around; of no condition a space. */
  String where() {
    return conditions.isEmpty() ? " " : " where " + String.join(" and ", conditions) + " ";
  }

  /** Gives the query what its conditions compare with, and runs it. */
  <R> Uni<List<R>> list(Mutiny.SelectionQuery<R> query) {
    parameters.forEach(query::setParameter);
    return query.getResultList();
  }
}
