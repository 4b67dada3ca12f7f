package dev.holdfast.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the rules say about class names. */
final class Names {
  private static final Set<String> BANNED =
      Set.of(
          "util",
          "utils",
          "helper",
          "helpers",
          "manager",
          "impl",
          "dto",
          "base",
          "abstract",
          "common",
          "data",
          "info",
          "entity");
  // Where a word of a camel-case name ends: aB, and ABc before the last capital.
  private static final Pattern WORD_END =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_|\\$");

  private Names() {}

  static DescribedPredicate<JavaClass> oneOf(String... names) {
    var wanted = Set.of(names);
    return DescribedPredicate.describe("are " + wanted, type -> wanted.contains(type.getName()));
  }

  static ArchCondition<JavaClass> haveABannedWord() {
    return new ArchCondition<>("have one of the words " + BANNED + " in their names") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        var banned = wordsOf(type.getSimpleName()).stream().filter(BANNED::contains).toList();
        var message = type.getFullName() + " says " + banned + ", which says nothing";
        events.add(new SimpleConditionEvent(type, !banned.isEmpty(), message));
      }
    };
  }

  static List<String> wordsOf(String name) {
    return WORD_END.splitAsStream(name).map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }
}
