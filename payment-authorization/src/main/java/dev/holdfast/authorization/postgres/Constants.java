package dev.holdfast.authorization.postgres;

import java.util.Arrays;

/** Constants of ours that rows hold by name. */
final class Constants {
  private Constants() {}

  /**
   * The constant of that name.
   *
   * @throws IllegalArgumentException saying which is not known here
   */
  static <E extends Enum<E>> E named(Class<E> type, String column, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("the %s %s".formatted(column, name)));
  }
}
