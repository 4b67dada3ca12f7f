package dev.holdfast.testkit;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rooms of a service, which are its packages, and which of them may know which. */
final class Rooms {
  // The samples of this module's own tests are services, too.
  private static final Pattern SERVICE =
      Pattern.compile(
          "dev\\.holdfast\\.(?:samples\\.\\w+\\.)?(?:terminal|authorization|settlement)"
              + "(?:\\.(kafka\\.\\w+|\\w+).*)?");

  private static final String VERBS = "the verbs";

  /** What a room may know beside itself. */
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "rest",
          Set.of(VERBS, "due", "core"),
          "kafka.consume",
          Set.of(VERBS, "due", "core"),
          VERBS,
          Set.of("due", "core", "postgres", "gateway", "vendor", "kafka.publish"),
          "due",
          Set.of("core", "postgres", "gateway", "vendor", "kafka.publish"),
          "postgres",
          Set.of("core"),
          "kafka.publish",
          Set.of("core"),
          "gateway",
          Set.of("core"),
          "vendor",
          Set.of("core"),
          "core",
          Set.of());

  /** Whatever else there is connects an outside party: an adapter knows its port, and no other. */
  private static final Set<String> KNOWN_TO_ADAPTERS = Set.of("gateway", "vendor", "core");

  private Rooms() {}

  static ArchCondition<JavaClass> knowOnlyWhatTheyMay() {
    return new ArchCondition<>("know only the rooms that they may know") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(Rooms::pointsTheWrongWay)
            .map(each -> SimpleConditionEvent.violated(type, each.getDescription()))
            .forEach(events::add);
      }
    };
  }

  static boolean isOfAService(JavaClass type) {
    return of(type).isPresent();
  }

  private static boolean pointsTheWrongWay(Dependency dependency) {
    var from = of(dependency.getOriginClass());
    var to = of(dependency.getTargetClass().getBaseComponentType());
    return from.isPresent()
        && to.isPresent()
        && !mayKnow(from.get(), to.get())
        && !(to.get().equals(VERBS) && isADoorOfAnAdapter(from.get(), dependency.getOriginClass()));
  }

  /** Where an outside party calls back, it comes in as by any other door. */
  private static boolean isADoorOfAnAdapter(String room, JavaClass type) {
    return !KNOWN.containsKey(room) && type.isAnnotatedWith("jakarta.ws.rs.Path");
  }

  private static boolean mayKnow(String from, String to) {
    return from.equals(to) || KNOWN.getOrDefault(from, KNOWN_TO_ADAPTERS).contains(to);
  }

  private static Optional<String> of(JavaClass type) {
    var service = SERVICE.matcher(type.getPackageName());
    return service.matches()
        ? Optional.of(Optional.ofNullable(service.group(1)).orElse(VERBS))
        : Optional.empty();
  }
}
