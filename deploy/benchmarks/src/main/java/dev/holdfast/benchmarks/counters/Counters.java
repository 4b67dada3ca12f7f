package dev.holdfast.benchmarks.counters;

import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Service;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** All that is counted of one running system. */
public final class Counters implements AutoCloseable {
  private final DatabaseCounts database;
  private final TopicRecords topics;
  private final Answers answers;
  private final CpuTime cpu;
  private final Exceptions exceptions;

  /** Of a system whose services run. */
  public Counters(LocalSystem system) {
    var server = system.database(Service.PAYMENT_AUTHORIZATION);
    database = new DatabaseCounts(server);
    topics = new TopicRecords(system.addresses().kafka());
    answers = new Answers(server.port());
    exceptions = Exceptions.ofServices(system.addresses().logs());
    try {
      cpu = CpuTime.ofServerOf(database.backend());
    } catch (SQLException gone) {
      throw new IllegalStateException("The database's counters cannot be read", gone);
    }
  }

  /** What has to be done before services are started, so that everything can be counted. */
  public static void prepare(Infrastructure infrastructure) {
    DatabaseCounts.countStatements(infrastructure);
  }

  /** What the counters show now. Statistics of the database come up to a second late. */
  public Reading read() {
    Map<String, Long> counts = new LinkedHashMap<>();
    try {
      database.addTo(counts);
    } catch (SQLException gone) {
      throw new IllegalStateException("The database's counters cannot be read", gone);
    }
    answers.total().ifPresent(total -> counts.put(Reading.ROUND_TRIPS, total));
    topics.addTo(counts);
    return new Reading(cpu.millis(), counts);
  }

  /** From now on exceptions are counted. */
  public void beginExceptions() {
    exceptions.begin();
  }

  /** How many there were. */
  public OptionalLong endExceptions() {
    return exceptions.end();
  }

  @Override
  public void close() {
    topics.close();
    database.close();
  }
}
