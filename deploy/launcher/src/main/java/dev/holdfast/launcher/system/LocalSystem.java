package dev.holdfast.launcher.system;

import dev.holdfast.frontdoor.Door;
import dev.holdfast.frontdoor.FrontDoor;
import dev.holdfast.frontdoor.PortTaken;
import dev.holdfast.infrastructure.AtExit;
import dev.holdfast.infrastructure.Database;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Provisioning;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Everything, running: infrastructure, simulators, three services and the front door. What was
 * started is ended, in order, when the JVM ends, however far the start had come.
 */
public final class LocalSystem implements AutoCloseable {
  private static final int PREFERRED_PORT = 8080;
  private static final int ANY = 0;

  private final FrontDoor door;
  private final Infrastructure infrastructure;
  private final Processes processes;
  private final Wiring wiring;
  private final RunFolder folder;

  private LocalSystem(
      FrontDoor door,
      Infrastructure infrastructure,
      Processes processes,
      Wiring wiring,
      RunFolder folder) {
    this.door = door;
    this.infrastructure = infrastructure;
    this.processes = processes;
    this.wiring = wiring;
    this.folder = folder;
  }

  /**
   * Starts everything; returns when it can be used.
   *
   * @param root the project's folder, built
   * @param port of the front door; where none is asked for, 8080 or a free one
   * @throws PortTaken if the port that was asked for is taken; nothing is started then
   * @throws IllegalStateException if a process does not start, with the end of its log
   */
  public static LocalSystem start(Path root, OptionalInt port, Progress progress) {
    return start(root, port, progress, system -> {});
  }

  /**
   * As {@link #start}, with wires between the services and everything else, so that each of these
   * can be broken.
   *
   * @param variables what services are given besides, as environment variables
   */
  public static LocalSystem startWired(
      Path root, OptionalInt port, Progress progress, Map<Service, Map<String, String>> variables) {
    return start(
        root,
        port,
        progress,
        system -> {
          system.wiring.lay(system.processes.simulator().url());
          variables.forEach(system.processes::giveAlso);
        });
  }

  /**
   * As {@link #start}, to be measured.
   *
   * @param jvmOptions of the services, instead of those that they have on a small machine
   * @param prepare is given the infrastructure before a service is started
   */
  public static LocalSystem startMeasured(
      Path root,
      OptionalInt port,
      Progress progress,
      List<String> jvmOptions,
      Consumer<Infrastructure> prepare) {
    return start(
        root,
        port,
        progress,
        system -> {
          prepare.accept(system.infrastructure);
          system.processes.giveOptions(jvmOptions);
        });
  }

  private static LocalSystem start(
      Path root, OptionalInt port, Progress progress, Consumer<LocalSystem> beforeServices) {
    long begin = System.nanoTime();
    LocalSystem system = startInfrastructure(root, port, progress);
    system.processes.startSimulator(progress);
    beforeServices.accept(system);
    system.processes.startServices(progress);
    progress.done("everything started", begin);
    return system;
  }

  /**
   * Starts the infrastructure and the front door, and none of the services.
   *
   * @see #start(Path, OptionalInt, Progress)
   */
  public static LocalSystem startInfrastructure(Path root, OptionalInt port, Progress progress) {
    RunFolder folder = RunFolder.in(root.resolve(".holdfast"));
    AtExit.close(folder::close);
    Processes processes = new Processes(root, folder);
    FrontDoor door = openDoor(port, processes.doors(), progress);
    AtExit.close(() -> progress.say("Everything is stopped."));
    AtExit.close(door::close);
    LauncherLog.to(folder.log("launcher"));
    progress.say("Starting; logs are in " + folder.logs());
    Infrastructure infrastructure =
        Infrastructure.start(folder.path(), line -> progress.say("  " + line));
    progress.step(
        "topics created, schemas registered",
        () -> {
          Provisioning.createTopics(infrastructure.bootstrapServers());
          Provisioning.registerSchemas(infrastructure.schemaRegistry());
        });
    AtExit.close(processes::close);
    Wiring wiring = new Wiring(infrastructure);
    processes.meet(wiring);
    return new LocalSystem(door, infrastructure, processes, wiring, folder);
  }

  private static FrontDoor openDoor(OptionalInt port, List<Door> doors, Progress progress) {
    if (port.isPresent()) {
      return FrontDoor.open(port.getAsInt(), doors);
    }
    try {
      return FrontDoor.open(PREFERRED_PORT, doors);
    } catch (PortTaken taken) {
      FrontDoor other = FrontDoor.open(ANY, doors);
      progress.say("Port " + PREFERRED_PORT + " is taken; the front door is at " + other.url());
      return other;
    }
  }

  /**
   * Starts one service alone.
   *
   * @param jvmOptions instead of those that it has among others on a small machine
   * @return where it listens, once it is ready
   */
  public URI start(Service service, List<String> jvmOptions) {
    return processes.start(service, jvmOptions).url();
  }

  /** Where a service itself listens, behind the front door. */
  public URI address(Service service) {
    return processes.service(service).url();
  }

  /** What can be broken of a system that was started wired. */
  public Breakables breakables() {
    return new Breakables(infrastructure, processes, wiring, folder);
  }

  /** A service's own database. */
  public Database database(Service service) {
    return infrastructure.database(service.database());
  }

  /** Kills a service at once (SIGKILL), and starts it again as it was; returns when it is ready. */
  public void killAndRestart(Service service) {
    JavaProcess process = processes.service(service);
    process.kill();
    process.restart();
    process.awaitReady();
  }

  /** Ends services in an orderly way; they stay away. */
  public void stop(Collection<Service> services) {
    services.forEach(service -> processes.service(service).terminate());
  }

  /** Kills services at once (SIGKILL); they stay away. */
  public void kill(Collection<Service> services) {
    services.forEach(service -> processes.service(service).kill());
  }

  /** Starts services again that were ended; returns when each is ready. */
  public void startAgain(Collection<Service> services) {
    services.forEach(service -> processes.service(service).restart());
    services.forEach(service -> processes.service(service).awaitReady());
  }

  /**
   * Ends a service, and starts it again with these environment variables as well.
   *
   * @return where it listens, once it is ready
   */
  public URI restartWith(Service service, Map<String, String> variables) {
    JavaProcess process = processes.service(service);
    processes.giveAlso(service, variables);
    process.kill();
    process.restart();
    process.awaitReady();
    return process.url();
  }

  /** Says which process has ended although nobody asked it to. */
  public Optional<String> unexpectedEnd() {
    return processes.ended().map(process -> process.name() + " has ended. See " + process.log());
  }

  /** Ends everything before the JVM does, so that another system can be started. */
  @Override
  public void close() {
    processes.close();
    infrastructure.close();
    door.close();
    folder.close();
  }

  /** Where everything is. */
  public Addresses addresses() {
    return new Addresses(
        door.url(),
        infrastructure.bootstrapServers(),
        infrastructure.schemaRegistry(),
        processes.simulator().url(),
        processes.stripe().url(),
        databases(),
        folder.logs());
  }

  private Map<Service, Database> databases() {
    Map<Service, Database> databases = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      databases.put(service, database(service));
    }
    return databases;
  }

  /** The addresses of a running system. */
  public record Addresses(
      URI frontDoor,
      String kafka,
      URI schemaRegistry,
      URI simulator,
      URI stripe,
      Map<Service, Database> databases,
      Path logs) {}
}
