package dev.holdfast.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class with all that is nested in it; a sealed type together with the types that it permits,
 * which cannot but know each other.
 */
final class Families implements SliceAssignment {
  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    return Rooms.isOfAService(type)
        ? SliceIdentifier.of(headOf(type).getName())
        : SliceIdentifier.ignore();
  }

  @Override
  public String getDescription() {
    return "classes and sealed families";
  }

  private static JavaClass headOf(JavaClass type) {
    var outermost = outermost(type);
    return sealedAbove(outermost).map(Families::headOf).orElse(outermost);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Families::outermost).orElse(type);
  }

  private static Optional<JavaClass> sealedAbove(JavaClass type) {
    return Stream.concat(type.getRawInterfaces().stream(), type.getRawSuperclass().stream())
        .filter(Rooms::isOfAService)
        .filter(above -> above.reflect().isSealed())
        .filter(above -> !outermost(above).equals(type))
        .findFirst();
  }
}
