package dev.holdfast.scenarios;

import static dev.holdfast.launcher.system.Service.PAYMENT_AUTHORIZATION;
import static dev.holdfast.launcher.system.Service.SESSION_SETTLEMENT;
import static dev.holdfast.launcher.system.Service.TERMINAL_REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.checks.audit.Addresses;
import dev.holdfast.checks.audit.Audit;
import dev.holdfast.checks.audit.Difference;
import dev.holdfast.checks.audit.Difference.Kind;
import dev.holdfast.checks.audit.Report;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Progress;
import dev.holdfast.scenarios.Act.Register;
import dev.holdfast.scenarios.Step.AskForHold;
import dev.holdfast.scenarios.Step.AwaitAuthorization;
import dev.holdfast.scenarios.Step.AwaitSettlement;
import dev.holdfast.scenarios.Step.CloseSession;
import dev.holdfast.scenarios.Step.TapCard;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The audit before the whole system: it finds nothing, and then each thing that was done to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditIT {
  private LocalSystem system;
  private Stage stage;
  private Tampering tampering;
  private Past past;

  @BeforeAll
  void start() {
    system =
        LocalSystem.start(
            Path.of(System.getProperty("holdfast.root")),
            OptionalInt.empty(),
            new Progress(System.out));
    stage = Stage.of(system);
    tampering = new Tampering(system.addresses());
    past = Past.happened(stage);
  }

  @Test
  @Order(1)
  void findsNothingWhilePaymentsGoOn() {
    var paying =
        CompletableFuture.runAsync(() -> {
          for (int i = 0; i < 15; i++) {
            pay(Past.FREE, "SETTLED");
          }
        });
    do {
      assertThat(audit().differences()).isEmpty();
    } while (!paying.isDone());

    paying.join();
    assertThat(audit().isClean()).isTrue();
  }

  @Test
  @Order(2)
  void comparesWhatWasParked() throws Exception {
    tampering.publish("session-closed.v1", "nonsense", "nonsense");
    // Too large to be announced whole.
    tampering.publish("session-closed.v1", "nonsense", "nonsense".repeat(115_000));
    tampering.awaitAnswer(SESSION_SETTLEMENT, "select count(*) from parked", "2");

    assertThat(audit().differences()).isEmpty();

    tampering.execute(SESSION_SETTLEMENT, "delete from parked");
    assertFound(Kind.NOT_IN_TABLE, "session-settlement: session-closed.v1/", "no such row");
  }

  @Test
  void findsAVersionThatWasNeverSentThoughALaterOneWas() throws Exception {
    long lost = version(Past.REFUSED) + 1;
    try (var _ = tampering.holdRelay(TERMINAL_REGISTRY)) {
      changeHold(Past.REFUSED, 4000);
      changeHold(Past.REFUSED, 4100);
      Report report = audit();
      assertThat(report.waiting()).isGreaterThanOrEqualTo(2);
      assertThat(report.differences()).noneMatch(of(Past.REFUSED));

      tampering.lose(TERMINAL_REGISTRY, Past.REFUSED + "/" + lost);
    }
    tampering.awaitEmptyOutbox(TERMINAL_REGISTRY);

    assertFound(Kind.NOT_ON_TOPIC, Past.REFUSED, "version " + lost + ": in the table terminal");
  }

  @Test
  void findsAnEntryThatWasNeverSent() throws Exception {
    String entry;
    try (var _ = tampering.holdRelay(SESSION_SETTLEMENT)) {
      String reference = pay(Past.FREE, "DECIDED");
      entry =
          tampering.ask(
              SESSION_SETTLEMENT,
              "select entry_id from journal_entry where cause = 'SESSION_BILLED' and reference = '%s'"
                  .formatted(reference));
      tampering.lose(SESSION_SETTLEMENT, entry);
    }
    tampering.awaitEmptyOutbox(SESSION_SETTLEMENT);

    assertFound(Kind.NOT_ON_TOPIC, entry, "cause=SESSION_BILLED");
  }

  @Test
  void tellsWhatWasSetAsideUntilItIsSentAgain() throws Exception {
    long aside = version(Past.STRANGER) + 1;
    try (var _ = tampering.holdRelay(TERMINAL_REGISTRY)) {
      changeHold(Past.STRANGER, 4000);
      changeHold(Past.STRANGER, 4100);
      tampering.execute(
          TERMINAL_REGISTRY,
          """
          with taken as (delete from outbox where event_ids = '{%s/%d}' returning *)
          insert into unsent (topic, key, event_id, at_micros, traceparent, value, reason)
          select topics[1], record_keys[1], event_ids[1], times_micros[1], traceparents[1],
            record_values[1], 'too large'
          from taken
          """
              .formatted(Past.STRANGER, aside));
    }
    tampering.awaitEmptyOutbox(TERMINAL_REGISTRY);
    assertFound(Kind.SET_ASIDE, Past.STRANGER, "set aside by terminal-registry");

    stage.frontDoor().post("/terminal-registry/unsent/send", "");
    tampering.awaitEmptyOutbox(TERMINAL_REGISTRY);
    assertThat(audit().differences()).noneMatch(of(Past.STRANGER));
  }

  @Test
  void findsWhatOthersPublishedButNotWhatTheyTookBack() throws Exception {
    String entry = UUID.randomUUID().toString();
    tampering.announceStrangers(entry, past.above());
    tampering.publish("parked.v1", "key", "nonsense");
    tampering.publishAndAbort("journal.v1", "key", "taken back");

    List<Difference> found = audit().differences();

    assertThat(found).anyMatch(is(Kind.NOT_IN_TABLE, entry, "journal_entry has no such row"));
    assertThat(found).anyMatch(is(Kind.NOT_IN_TABLE, "NOBODY/TEST", "version 2"));
    assertThat(found)
        .anyMatch(is(Kind.OUT_OF_ORDER, "NOBODY/TEST", "version 1 first appears after version 2"));
    assertThat(found).anyMatch(is(Kind.UNREADABLE, "partition ", "does not begin with a zero"));
    assertThat(found).noneMatch(is(Kind.UNREADABLE, "partition ", "journal"));
  }

  @Test
  void findsAmountsThatWereChangedInATable() throws Exception {
    String settlement = "update settlement set captured = captured %s where reference = '%s'";
    tampering.execute(SESSION_SETTLEMENT, settlement.formatted("+ 1", past.above()));
    tampering.rewriteJournal(past.lost(), "+ 7");
    tampering.execute(
        PAYMENT_AUTHORIZATION,
        "update authorizations set attempts = replace(attempts, 'APPROVED', 'REFUSED') where reference = '%s'"
            .formatted(past.odd()));
    List<Difference> found = audit().differences();
    tampering.execute(SESSION_SETTLEMENT, settlement.formatted("- 1", past.above()));
    tampering.rewriteJournal(past.lost(), "- 7");

    assertThat(found)
        .anyMatch(
            is(
                Kind.DIFFERING,
                past.above(),
                "captured is 5000 EUR on the topic and 5001 EUR in the table"));
    assertThat(found).anyMatch(is(Kind.DIFFERING, "", "amount=6007 EUR"));
    assertThat(found).anyMatch(is(Kind.DIFFERING, past.odd(), "attempts is [{"));
    assertThat(audit().differences()).noneMatch(of(past.above()));
  }

  @Test
  void findsATableThatWasSetBack() throws Exception {
    long version = version(Past.FREE);
    String back = "update terminal set version = %d where serial = '%s'";
    tampering.execute(TERMINAL_REGISTRY, back.formatted(version - 1, Past.FREE));
    List<Difference> found = audit().differences();
    tampering.execute(TERMINAL_REGISTRY, back.formatted(version, Past.FREE));

    assertThat(found)
        .anyMatch(
            is(Kind.NOT_IN_TABLE, Past.FREE, "terminal is at version %d.".formatted(version - 1)));
  }

  private Report audit() {
    Report report = Audit.of(Addresses.of(system.addresses())).run();
    report.lines().forEach(System.out::println);
    return report;
  }

  private void assertFound(Kind kind, String key, String words) {
    assertThat(audit().differences()).anyMatch(is(kind, key, words));
  }

  private static Predicate<Difference> is(Kind kind, String key, String words) {
    return difference ->
        difference.kind() == kind
            && difference.key().startsWith(key)
            && difference.sentence().contains(words);
  }

  private static Predicate<Difference> of(String key) {
    return difference -> difference.key().equals(key);
  }

  private String pay(String serial, String status) {
    var player = new Player(stage, Card.GRANTS_EVERYTHING, serial);
    player.play(
        List.of(
            new AskForHold(),
            new TapCard(),
            new AwaitAuthorization("HELD"),
            new CloseSession(Amounts.eur(2340), 1),
            new AwaitSettlement(status)));
    return player.reference();
  }

  private long version(String serial) {
    return stage.frontDoor().get("/terminals/" + serial).required("version").longValue();
  }

  private void changeHold(String serial, long minorUnits) {
    new Site(stage).carryOut(serial, new Register(Amounts.eur(minorUnits), true));
  }
}
