package dev.holdfast.scenarios;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.checks.audit.Addresses;
import dev.holdfast.checks.audit.Audit;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.infrastructure.Backup;
import dev.holdfast.launcher.events.SessionJson;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Progress;
import dev.holdfast.launcher.system.Service;
import dev.holdfast.scenarios.Act.Register;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Databases are lost, each service's alone and then all three, and come back from backups that lie
 * hundreds of payments, a report and a closed day behind. Money in one journal is money in the
 * other, the topics tell what the tables hold, and payments go on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class RestoreIT {
  private static final int TERMINALS = 12;
  private static final int ROUNDS = 17;
  private static final List<Service> ALL = List.of(Service.values());

  private final List<String> terminals =
      IntStream.range(0, TERMINALS).mapToObj("P68280000%05d"::formatted).toList();
  private final List<String> references = new ArrayList<>();
  private final Map<Service, Backup> backups = new EnumMap<>(Service.class);
  private final Progress progress = new Progress(System.out);
  private LocalSystem system;
  private Stage stage;

  @BeforeAll
  void start() {
    system =
        LocalSystem.start(
            Path.of(System.getProperty("holdfast.root")), OptionalInt.empty(), progress);
    stage = Stage.of(system);
  }

  @Test
  void whatIsRestoredCatchesUp() throws Exception {
    var site = new Site(stage);
    site.contractCpo();
    terminals.forEach(serial -> site.install(serial, new Register(Amounts.eur(5000), true)));
    pay(1);
    system.stop(ALL);
    ALL.forEach(service -> backups.put(service, Backup.of(system.database(service))));
    system.startAgain(ALL);

    List<String> reported = oneAfterTheOther(3);
    pay(ROUNDS);
    references.subList(20, 40).forEach(this::correct);
    new FinanceClerk(stage.frontDoor()).closeDay();
    List<Taken> taken = Taken.of(stage.frontDoor(), reported);
    assertThat(
            new GatewayReport(stage.frontDoor(), progress)
                .isAsExpected(taken.get(0), taken.get(1), taken.get(2)))
        .isTrue();
    site.install("P6828000100000", new Register(Amounts.eur(4000), false));
    for (Service service : ALL) {
      lose(List.of(service));
    }
    lose(ALL);
  }

  /** Orders are under way when the databases are lost, and others come when they are back. */
  private void lose(List<Service> services) throws Exception {
    progress.say("Lost: " + services);
    List<String> held = all(this::hold);
    held.subList(0, TERMINALS / 2).forEach(this::close);
    system.kill(services);
    services.forEach(service -> requireNonNull(backups.get(service)).restore());
    system.startAgain(services);
    held.subList(TERMINALS / 2, TERMINALS).forEach(this::close);
    references.addAll(held);
    references.forEach(this::awaitSettled);
    pay(1);
    nothingIsAmiss();
  }

  private void nothingIsAmiss() {
    var ledgers = new Ledgers(stage.frontDoor(), stage.simulator(), stage.stripe());
    assertThat(references)
        .allSatisfy(one -> assertThat(ledgers.compare(one).isEqual()).isTrue())
        .allSatisfy(one -> assertThat(ledgers.doubles(one)).isEmpty());
    assertThat(ledgers.unknown(references)).isEmpty();
    assertThat(stage.frontDoor().post("/settlements/invariants", "").required("items"))
        .allSatisfy(broken -> assertThat(broken.path("rows").asLong()).as("%s", broken).isZero());
    var report = Audit.of(Addresses.of(system.addresses())).run();
    assertThat(report.isClean()).as(String.join("\n", report.lines())).isTrue();
  }

  /** So many payments at each terminal, from the tap to the ledger. */
  private void pay(int rounds) throws Exception {
    for (int round = 0; round < rounds; round++) {
      List<String> held = all(this::hold);
      held.forEach(this::close);
      references.addAll(held);
    }
    references.forEach(this::awaitSettled);
  }

  /** Payments between whose moments there is no other. */
  private List<String> oneAfterTheOther(int payments) {
    List<String> paid = new ArrayList<>();
    for (String serial : terminals.subList(0, payments)) {
      String reference = hold(serial);
      close(reference);
      awaitSettled(reference);
      paid.add(reference);
    }
    references.addAll(paid);
    return paid;
  }

  private String hold(String serial) {
    Map<String, Object> request = new HashMap<>(Site.holdRequest(serial));
    request.put("waitSeconds", 20);
    new VendorSide(stage, serial).tap(Card.GRANTS_EVERYTHING);
    return patience()
        .until(
            "a hold at " + serial,
            () -> stage.frontDoor().send("POST", "/authorizations", request),
            answer -> "HELD".equals(answer.body().path("status").asText()))
        .body()
        .required("reference")
        .textValue();
  }

  private void close(String reference) {
    stage.platform().publish(closed(reference, 2340));
  }

  private void correct(String reference) {
    stage
        .platform()
        .publish(SessionClosed.newBuilder(closed(reference, 2000)).setRevision(2).build());
    patience()
        .until(
            reference + " to be corrected",
            () -> stage.frontDoor().get("/settlements/" + reference),
            seen ->
                seen.path("status").asText().equals("SETTLED")
                    && seen.path("sessionRevision").asInt() == 2);
  }

  private static SessionClosed closed(String reference, long cents) {
    return SessionJson.of(reference, "session-" + reference, "NL*HLD*E1", Amounts.eur(cents))
        .closed(Instant.now());
  }

  private void awaitSettled(String reference) {
    patience()
        .until(
            reference + " to be settled",
            () -> stage.frontDoor().send("GET", "/settlements/" + reference, ""),
            seen -> seen.body().path("status").asText().equals("SETTLED"));
  }

  private static Patience patience() {
    return new Patience(Duration.ofMinutes(2));
  }

  private List<String> all(Function<String, String> play) throws Exception {
    try (var drivers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> plays =
          terminals.stream().<Callable<String>>map(serial -> () -> play.apply(serial)).toList();
      List<String> played = new ArrayList<>();
      for (var one : drivers.invokeAll(plays)) {
        played.add(one.get());
      }
      return played;
    }
  }
}
