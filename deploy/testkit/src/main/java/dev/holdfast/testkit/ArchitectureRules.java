package dev.holdfast.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules of the house, as far as a class file shows them. A service has one test:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "dev.holdfast.terminal", importOptions = DoNotIncludeTests.class)
 * class ArchitectureTest {
 *   @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {
  private static final String CORE = "..core..";
  private static final String DELIVERY = "dev.holdfast.delivery..";
  private static final String PANACHE = "io.quarkus.hibernate.reactive.panache.";

  /**
   * What decides is plain Java: it knows money, and the contracts' own types, but not the events.
   */
  @ArchTest
  public static final ArchRule CORE_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAPackage(CORE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", CORE, "org.joda.money..", "org.jspecify..", "dev.holdfast.contracts..")
          .allowEmptyShould(true);

  /** What decides gets all it knows from its caller. */
  @ArchTest
  public static final ArchRule CORE_HAS_NO_CLOCK_NO_CHANCE_AND_NO_INPUT_OUTPUT =
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.io..")
                  .or(resideInAPackage("java.net.."))
                  .or(resideInAPackage("java.sql.."))
                  .or(resideInAPackage("java.nio.file.."))
                  .or(resideInAPackage("java.nio.channels.."))
                  .or(resideInAPackage("java.util.concurrent.."))
                  .or(resideInAPackage("java.util.logging..")))
          .orShould(Calls.readingTheClock())
          .orShould(Calls.drawingLots())
          .allowEmptyShould(true);

  /** One writer: the relay. A second sender would say what is not committed. */
  @ArchTest
  public static final ArchRule ONLY_DELIVERY_SENDS =
      noClasses()
          .that()
          .resideOutsideOfPackage(DELIVERY)
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.apache.kafka.clients.producer..")
                  .or(
                      Names.oneOf(
                          "org.eclipse.microprofile.reactive.messaging.Emitter",
                          "org.eclipse.microprofile.reactive.messaging.Outgoing",
                          "io.smallrye.reactive.messaging.MutinyEmitter",
                          "io.smallrye.reactive.messaging.kafka.KafkaClientService")))
          .allowEmptyShould(true);

  /** One place owns a JDBC transaction: elsewhere a way out of it could forget to roll back. */
  @ArchTest
  public static final ArchRule ONLY_ONE_PLACE_OWNS_A_JDBC_TRANSACTION =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.holdfast.delivery.JdbcTransactions")
          .should(Calls.owningAConnection())
          .allowEmptyShould(true);

  /** Topics are read in one place of a service. */
  @ArchTest
  public static final ArchRule ONLY_THE_KAFKA_PACKAGE_READS_TOPICS =
      noClasses()
          .that()
          .resideOutsideOfPackages(DELIVERY, "..kafka..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.apache.kafka..")
                  .or(Names.oneOf("org.eclipse.microprofile.reactive.messaging.Incoming")))
          .allowEmptyShould(true);

  /** A cycle of packages is one package that pretends to be two. */
  @ArchTest
  public static final ArchRule NO_CYCLES =
      slices().matching("dev.holdfast.(**)").should().beFreeOfCycles().allowEmptyShould(true);

  /** A name that says nothing hides that nobody decided what the class is for. */
  @ArchTest
  public static final ArchRule NAMES_SAY_SOMETHING =
      noClasses().should(Names.haveABannedWord()).allowEmptyShould(true);

  /** What a class needs stands in its constructor. */
  @ArchTest
  public static final ArchRule NO_FIELD_INJECTION =
      noFields()
          .should()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
          .orShould()
          .beAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Channel")
          .orShould()
          .beAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RestClient")
          .orShould()
          .beAnnotatedWith("jakarta.persistence.PersistenceContext")
          .allowEmptyShould(true);

  /** Rows are found and written by an instance that somebody was given. */
  @ArchTest
  public static final ArchRule NO_STATIC_PANACHE =
      noClasses()
          .should()
          .dependOnClassesThat(
              Names.oneOf(
                  PANACHE + "Panache", PANACHE + "PanacheEntity", PANACHE + "PanacheEntityBase"))
          .allowEmptyShould(true);

  private ArchitectureRules() {}
}
