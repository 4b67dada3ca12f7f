package dev.holdfast.simulator.payter;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The simulator's own doors: set up terminals, hold a card to one, go wrong, read the journal. */
final class ControlApi {
  private static final String TERMINAL = "/simulator/clouds/{cloud}/terminals/{serial}";
  private static final String SOMEBODY_ELSE = "somebody-else";
  private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9-]{1,40}");

  private final Clouds clouds;
  private final TerminalApi terminals;
  private final SessionApi sessions;
  private final Disturbance disturbance;
  private volatile StatusSettings status = StatusSettings.operational();

  ControlApi(Clouds clouds, TerminalApi terminals, SessionApi sessions, Disturbance disturbance) {
    this.clouds = clouds;
    this.terminals = terminals;
    this.sessions = sessions;
    this.disturbance = disturbance;
  }

  List<Route> routes() {
    return List.of(
        Route.control("PUT", TERMINAL, this::setUp),
        Route.control("POST", TERMINAL + "/tap", this::tap),
        Route.control("POST", TERMINAL + "/sessions", this::openForOthers),
        Route.control("POST", "/simulator/faults", this::addFault),
        Route.control("GET", "/simulator/faults", _ -> Answer.ok(disturbance.faults())),
        Route.control("DELETE", "/simulator/faults", this::clearFaults),
        Route.control("PUT", "/simulator/latency", this::setLatency),
        Route.control("GET", "/simulator/latency", _ -> Answer.ok(disturbance.latency())),
        Route.control("GET", "/simulator/journal", this::journal),
        Route.control("PUT", "/simulator/status-page", this::setStatus),
        Route.statusPage("/api/v2/summary.json", _ -> Answer.ok(StatusPage.of(status))));
  }

  private Answer setUp(Call call) {
    Clouds.Place place = call.place();
    if (!SERIAL.matcher(place.serial()).matches()) {
      throw Refused.badInput("A serial has 1 to 40 letters, digits and hyphens.");
    }
    TerminalSettings settings = call.body(TerminalSettings.class);
    clouds.record(new Fact.SetUp(clouds.here(place), settings));
    return clouds.with(
        place,
        terminal -> {
          if (settings.online()) {
            sessions.sendWaiting(place, terminal);
          }
          return Answer.ok(settings);
        });
  }

  private Answer tap(Call call) {
    Clouds.Place place = call.place();
    Card card = call.body(Card.class);
    return clouds.with(
        place,
        terminal -> {
          clouds.record(new Fact.Tapped(clouds.here(place), card));
          terminals.readWaitingCard(place, terminal);
          return Answer.ok(card);
        });
  }

  private Answer openForOthers(Call call) {
    Clouds.Place place = call.place();
    OthersSession asked = call.body(OthersSession.class);
    return clouds.with(
        place,
        _ -> {
          Fact.Names names = new Fact.Names(UUID.randomUUID().toString(), SOMEBODY_ELSE);
          Fact.Where here = clouds.here(place);
          clouds.record(
              new Fact.AuthorizedForOthers(
                  new Fact.Authorized(
                      here,
                      names,
                      asked.minorUnits(),
                      names.sessionId().substring(0, 6),
                      here.at().plusSeconds(asked.card().validForSeconds())),
                  asked.card()));
          return new Answer(201, names);
        });
  }

  private Answer addFault(Call call) {
    Fault fault = call.body(Fault.class);
    disturbance.add(fault);
    return new Answer(201, fault);
  }

  private Answer clearFaults(Call call) {
    disturbance.clear();
    return Answer.nothing();
  }

  private Answer setLatency(Call call) {
    Latency latency = call.body(Latency.class);
    disturbance.set(latency);
    return Answer.ok(latency);
  }

  private Answer setStatus(Call call) {
    StatusSettings settings = call.body(StatusSettings.class);
    status = settings;
    return Answer.ok(settings);
  }

  private Answer journal(Call call) {
    return Answer.ok(call.query("reference").map(clouds::movementsOf).orElseGet(clouds::movements));
  }
}
