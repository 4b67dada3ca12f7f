package dev.holdfast.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;

/** Calls that make the same question have two answers. */
final class Calls {
  private static final Set<String> CLOCKS =
      Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime");
  private static final Set<String> OWN_CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.InstantSource.system",
          "java.util.Date.<init>");
  private static final Set<String> LOTS =
      Set.of("java.util.UUID.randomUUID", "java.lang.Math.random");

  private static final Set<String> TRANSACTION = Set.of("setAutoCommit", "commit", "rollback");

  private Calls() {}

  /** {@code now()} of java.time, a Clock, the system's milliseconds. */
  static ArchCondition<JavaClass> readingTheClock() {
    return ArchConditions.accessTargetWhere(
        DescribedPredicate.describe("the clock is read", Calls::readsTheClock));
  }

  /** The time, from anything but a Clock that was given. */
  static ArchCondition<JavaClass> readingAClockOfTheirOwn() {
    return ArchConditions.accessTargetWhere(
        DescribedPredicate.describe("a clock of its own is read", Calls::readsAClockOfItsOwn));
  }

  /** Random numbers and ids. */
  static ArchCondition<JavaClass> drawingLots() {
    return ArchConditions.accessTargetWhere(
        DescribedPredicate.describe(
            "lots are drawn",
            access ->
                LOTS.contains(nameOf(access))
                    || nameOf(access).startsWith("java.util.Random.")
                    || nameOf(access).startsWith("java.security.SecureRandom.")));
  }

  /** A pooled or new connection is taken, or a transaction is begun or ended on one. */
  static ArchCondition<JavaClass> owningAConnection() {
    return ArchConditions.accessTargetWhere(
        DescribedPredicate.describe(
            "a JDBC connection or transaction is owned",
            access -> takesAConnection(access) || endsATransaction(access)));
  }

  private static boolean takesAConnection(JavaAccess<?> access) {
    return access.getTarget().getName().equals("getConnection")
        && (access.getTargetOwner().isAssignableTo(DataSource.class)
            || access.getTargetOwner().isEquivalentTo(DriverManager.class));
  }

  private static boolean endsATransaction(JavaAccess<?> access) {
    return TRANSACTION.contains(access.getTarget().getName())
        && access.getTargetOwner().isAssignableTo(Connection.class);
  }

  private static boolean readsTheClock(JavaAccess<?> access) {
    var name = nameOf(access);
    return CLOCKS.contains(name)
        || name.startsWith("java.time.Clock.")
        || (name.startsWith("java.time.") && name.endsWith(".now"));
  }

  /** How long something takes may be measured: nanoTime is no time of day. */
  private static boolean readsAClockOfItsOwn(JavaAccess<?> access) {
    var name = nameOf(access);
    return OWN_CLOCKS.contains(name)
        || name.startsWith("java.time.Clock.system")
        || name.startsWith("java.time.Clock.tick")
        || (name.startsWith("java.time.") && name.endsWith(".now") && !isGivenAClock(access));
  }

  private static boolean isGivenAClock(JavaAccess<?> access) {
    return access.getTarget() instanceof HasParameterTypes called
        && called.getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static String nameOf(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }
}
