package dev.holdfast.simulator.stripe;

import java.nio.file.Path;
import java.time.Clock;

/** All of the account; whoever reads or changes it holds its lock. */
final class World implements AutoCloseable {
  private final Store store;
  private final Events events;
  private final Intents intents;
  private final Captures captures;
  private final IntentPages pages;
  private final Taps taps;
  private final Readers readers;
  private final Refunds refunds;
  private Account account = Account.DEFAULTS;

  World(Path journal, Clock clock) {
    store = Store.open(journal, clock);
    events = new Events(clock);
    intents = new Intents(store, events, clock, this::account);
    captures = new Captures(store, intents, events);
    pages = new IntentPages(store, clock, this::account);
    taps = new Taps(store, intents, events, clock);
    readers = new Readers(store, intents, taps);
    refunds = new Refunds(store, intents, events, clock);
  }

  Account account() {
    return account;
  }

  void set(Account given) {
    account = given.orElse(account);
  }

  Store store() {
    return store;
  }

  Events events() {
    return events;
  }

  Intents intents() {
    return intents;
  }

  Captures captures() {
    return captures;
  }

  IntentPages pages() {
    return pages;
  }

  Taps taps() {
    return taps;
  }

  Readers readers() {
    return readers;
  }

  Refunds refunds() {
    return refunds;
  }

  /** What was written comes to the disk; needs no lock. */
  void force() {
    store.force();
  }

  @Override
  public void close() {
    events.close();
    store.close();
  }
}
