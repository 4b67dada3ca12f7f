package dev.holdfast.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** One plan for all services: who knows one finds the way in the next. */
public final class AnatomyRules {
  private static final String POSTGRES = "..postgres..";

  /**
   * Doors and readers of topics ask verbs; verbs decide with the core, and write, ask and word by
   * the rooms beside them; nothing knows who calls it. Outside parties are behind a port.
   */
  @ArchTest
  public static final ArchRule ARROWS_POINT_ONE_WAY =
      classes()
          .that(describe("belong to a service", Rooms::isOfAService))
          .should(Rooms.knowOnlyWhatTheyMay())
          .allowEmptyShould(true);

  /** Classes in a circle can only be read all at once. */
  @ArchTest
  public static final ArchRule NO_CIRCLE_OF_CLASSES =
      slices().assignedFrom(new Families()).should().beFreeOfCycles().allowEmptyShould(true);

  /** Whose clock ticks more finely than a column can keep finds its own rows changed. */
  @ArchTest
  public static final ArchRule ONE_CLOCK =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.holdfast.delivery.Microseconds")
          .should(Calls.readingAClockOfTheirOwn())
          .allowEmptyShould(true);

  /** A door is found by its name. */
  @ArchTest
  public static final ArchRule DOORS_ARE_RESOURCES =
      classes()
          .that()
          .resideInAPackage("..rest..")
          .and()
          .areAnnotatedWith("jakarta.ws.rs.Path")
          .should()
          .haveSimpleNameEndingWith("Resource")
          .allowEmptyShould(true);

  /** What is stored is found by its name. */
  @ArchTest
  public static final ArchRule ENTITIES_ARE_ROWS =
      classes()
          .that()
          .resideInAPackage(POSTGRES)
          .and()
          .areAnnotatedWith("jakarta.persistence.Entity")
          .should()
          .haveSimpleNameEndingWith("Row")
          .allowEmptyShould(true);

  /** A name says whether rows are written and locked, or read for a list. */
  @ArchTest
  public static final ArchRule ROWS_ARE_KEPT_BY_TABLES_AND_PAGES =
      classes()
          .that()
          .resideInAPackage(POSTGRES)
          .and(
              annotatedWith("jakarta.enterprise.context.ApplicationScoped")
                  .or(annotatedWith("jakarta.inject.Singleton")))
          .should()
          .haveSimpleNameEndingWith("Table")
          .orShould()
          .haveSimpleNameEndingWith("Pages")
          .allowEmptyShould(true);

  /** Tools take it for what a build leaves behind. */
  @ArchTest
  public static final ArchRule NO_PACKAGE_IS_CALLED_OUT =
      noClasses().should().resideInAPackage("..out..").allowEmptyShould(true);

  private AnatomyRules() {}
}
