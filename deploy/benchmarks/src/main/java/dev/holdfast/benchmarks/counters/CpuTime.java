package dev.holdfast.benchmarks.counters;

import dev.holdfast.launcher.system.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Processor time as Linux accounts for it in {@code /proc}: in user and system mode, that of ended
 * children included. A process that is not found here (in a container, on another system) is left
 * out.
 */
record CpuTime(OptionalLong postmaster) {
  /** The kernel counts in hundredths of a second, whatever its own clock does. */
  private static final long MILLIS_A_TICK = 10;

  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int TIMES = 4;

  /** What the command line of each process holds, which names it. */
  private static final Map<String, String> MARKS = marks();

  private static Map<String, String> marks() {
    Map<String, String> marks = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      marks.put(service.title(), "/" + service.title() + "/target/quarkus-app/");
    }
    marks.put("broker", "dev.holdfast.infrastructure.BrokerProcess");
    marks.put("schema registry", "apicurio");
    marks.put("simulator", "dev.holdfast.simulator.payter.PayterSimulator");
    return marks;
  }

  /** By the process that serves a connection: the postmaster is its parent. */
  static CpuTime ofServerOf(long backend) {
    return new CpuTime(
        isPostgres(backend)
            ? OptionalLong.of(Long.parseLong(stat(backend).orElseThrow().get(PARENT)))
            : OptionalLong.empty());
  }

  /** In milliseconds, by process. */
  Map<String, Long> millis() {
    Map<String, Long> millis = new LinkedHashMap<>();
    MARKS.forEach((name, mark) ->
        find(mark).ifPresent(process -> millis.put(name, millisOf(LongStream.of(process)))));
    postmaster.ifPresent(server -> millis.put(Reading.POSTGRESQL, millisOf(withChildren(server))));
    millis.put(Reading.THIS_COMMAND, millisOf(LongStream.of(ProcessHandle.current().pid())));
    return millis;
  }

  /** The id of a service's process, if it runs here. */
  static OptionalLong processOf(Service service) {
    return find("/" + service.title() + "/target/quarkus-app/")
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  private static Optional<Long> find(String mark) {
    return ProcessHandle.current()
        .descendants()
        .map(ProcessHandle::pid)
        .filter(process -> file(process, "cmdline").filter(line -> line.contains(mark)).isPresent())
        .findFirst();
  }

  private static LongStream withChildren(long server) {
    return LongStream.concat(
        LongStream.of(server),
        ProcessHandle.of(server).stream()
            .flatMap(ProcessHandle::children)
            .mapToLong(ProcessHandle::pid));
  }

  private static long millisOf(LongStream processes) {
    return MILLIS_A_TICK
        * processes
            .mapToObj(CpuTime::stat)
            .flatMap(Optional::stream)
            .flatMap(fields -> fields.subList(USER, USER + TIMES).stream())
            .mapToLong(Long::parseLong)
            .sum();
  }

  private static boolean isPostgres(long process) {
    return file(process, "comm").filter(name -> name.startsWith("postgres")).isPresent();
  }

  /** The fields behind the command's name, which may hold blanks; empty of one that has ended. */
  private static Optional<List<String>> stat(long process) {
    return file(process, "stat")
        .map(line -> List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)));
  }

  /** Not what Java tells of a process: it leaves out the arguments where they are long. */
  private static Optional<String> file(long process, String name) {
    try {
      return Optional.of(Files.readString(Path.of("/proc", Long.toString(process), name)));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }
}
