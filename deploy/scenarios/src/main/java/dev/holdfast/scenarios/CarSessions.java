package dev.holdfast.scenarios;

import dev.holdfast.events.SessionClosed;
import dev.holdfast.launcher.events.ChargingPlatform;
import dev.holdfast.launcher.events.SessionJson;
import java.time.Instant;
import org.joda.money.Money;

/** What the charging platform publishes of the sessions at one terminal. */
final class CarSessions {
  private final ChargingPlatform platform;
  private final String serial;
  private String closed = "";

  CarSessions(ChargingPlatform platform, String serial) {
    this.platform = platform;
    this.serial = serial;
  }

  void start(String reference) {
    platform.publish(session(reference, name(reference), Amounts.eur(0)).started(Instant.now()));
  }

  /** Closes the payment's session, and says so that many times. */
  void close(String reference, Money total, int times) {
    closed = name(reference);
    SessionClosed close = session(reference, closed, total).closed(Instant.now());
    for (int i = 0; i < times; i++) {
      platform.publish(close);
    }
  }

  void closeAgain(String reference, Money total, int revision) {
    SessionClosed close = session(reference, name(reference), total).closed(Instant.now());
    platform.publish(SessionClosed.newBuilder(close).setRevision(revision).build());
  }

  /** Another session of the same hold. */
  void closeSecond(String reference, Money total) {
    platform.publish(session(reference, "second-" + name(reference), total).closed(Instant.now()));
  }

  /** The session that was closed before, now on this hold. */
  void closeSameAs(String reference, Money total) {
    platform.publish(session(reference, closed, total).closed(Instant.now()));
  }

  private SessionJson session(String reference, String id, Money total) {
    return SessionJson.of(reference, id, Site.evse(serial), total);
  }

  private static String name(String reference) {
    return "session-" + reference;
  }
}
