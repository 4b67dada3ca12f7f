package dev.holdfast.launcher.system;

import dev.holdfast.frontdoor.Door;
import dev.holdfast.infrastructure.JavaProgram;
import dev.holdfast.infrastructure.Parts;
import dev.holdfast.simulator.payter.PayterSimulator;
import dev.holdfast.simulator.stripe.StripeSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The simulators and the three services, each a process of its own. */
final class Processes {
  // C1 only: the machine has work for seconds, and the second compiler would use half of them.
  private static final List<String> SERVICE_OPTIONS =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  private static final List<String> SIMULATOR_OPTIONS =
      List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Path root;
  private final RunFolder folder;
  private final Parts parts = Parts.find();
  private final JavaProcess simulator;
  private final JavaProcess stripe;
  private final Map<Service, JavaProcess> services = new EnumMap<>(Service.class);
  private final Map<Service, Map<String, String>> given = new ConcurrentHashMap<>();
  private final Map<Service, List<String>> options = new ConcurrentHashMap<>();
  private volatile @Nullable Wiring wiring;

  /** Nothing is started yet. */
  Processes(Path root, RunFolder folder) {
    this.root = root;
    this.folder = folder;
    this.simulator = new JavaProcess("simulator", folder.log("simulator"), this::simulator);
    this.stripe = new JavaProcess("stripe", folder.log("stripe"), this::stripe);
    for (Service service : Service.values()) {
      services.put(
          service,
          new JavaProcess(
              service.title(), folder.log(service.title()), port -> launch(service, port)));
    }
  }

  private JavaProcess.Launch simulator(int port) {
    Path journal = folder.path().resolve("simulator").resolve("journal.jsonl");
    var program =
        JavaProgram.ofOurs(
            SIMULATOR_OPTIONS,
            PayterSimulator.class.getName(),
            List.of(Integer.toString(port), journal.toString()));
    return new JavaProcess.Launch(program, Map.of(), "/simulator/latency");
  }

  private JavaProcess.Launch stripe(int port) {
    Path journal = folder.path().resolve("simulator").resolve("stripe.jsonl");
    var program =
        JavaProgram.ofOurs(
            SIMULATOR_OPTIONS,
            StripeSimulator.class.getName(),
            List.of(Integer.toString(port), journal.toString()));
    return new JavaProcess.Launch(program, Map.of(), "/simulator/stripe/calls");
  }

  private JavaProcess.Launch launch(Service service, int port) {
    Wiring ways = wiring;
    if (ways == null) {
      throw new IllegalStateException("A service needs a running infrastructure");
    }
    Reach reach = ways.reach(service, port, simulator.url());
    Map<String, String> environment =
        new TreeMap<>(new ServiceSettings(service, port, reach, stripe.url()).environment());
    environment.putAll(given.getOrDefault(service, Map.of()));
    Path built = root.resolve(service.title()).resolve("target").resolve("quarkus-app");
    return new JavaProcess.Launch(
        JavaProgram.quarkus(built, parts, options.getOrDefault(service, SERVICE_OPTIONS)),
        environment,
        "/q/health/ready");
  }

  private int frontPort(Service service) {
    Wiring ways = wiring;
    int port = service(service).port();
    return ways == null ? port : ways.frontPort(service, port);
  }

  /** The front door's doors, wherever the services will listen. */
  List<Door> doors() {
    return Arrays.stream(Service.values())
        .flatMap(service -> service.doors(() -> frontPort(service)).stream())
        .toList();
  }

  /** Whom the services will meet. */
  void meet(Wiring ways) {
    wiring = ways;
  }

  /** Starts the simulators; returns when they answer. */
  void startSimulator(Progress progress) {
    progress.step(
        "simulators ready",
        () -> {
          simulator.start();
          stripe.start();
          simulator.awaitReady();
          stripe.awaitReady();
        });
  }

  /** Starts the services side by side; returns when each answers. */
  void startServices(Progress progress) {
    long begin = System.nanoTime();
    services.values().forEach(JavaProcess::start);
    for (JavaProcess service : services.values()) {
      service.awaitReady();
      progress.done(service.name() + " ready", begin);
    }
    URI self = service(Service.PAYMENT_AUTHORIZATION).url();
    StripeEvents.tell(stripe.url(), self.resolve("/callbacks/stripe"));
  }

  /** Starts one service alone, with these options for its JVM; returns when it answers. */
  JavaProcess start(Service service, List<String> jvmOptions) {
    options.put(service, List.copyOf(jvmOptions));
    JavaProcess process = service(service);
    process.start();
    process.awaitReady();
    return process;
  }

  /** Options for the JVM of each service, from its next start on. */
  void giveOptions(List<String> jvmOptions) {
    services.keySet().forEach(service -> options.put(service, List.copyOf(jvmOptions)));
  }

  /** What a service is given besides, from its next start on. */
  void giveAlso(Service service, Map<String, String> variables) {
    given.put(service, Map.copyOf(variables));
  }

  JavaProcess service(Service service) {
    JavaProcess process = services.get(service);
    if (process == null) {
      throw new IllegalStateException(service + " is not part of this system");
    }
    return process;
  }

  JavaProcess simulator() {
    return simulator;
  }

  /** Stripe's simulator. */
  JavaProcess stripe() {
    return stripe;
  }

  /** One that has ended although nobody asked it to. */
  Optional<JavaProcess> ended() {
    return Stream.concat(Stream.of(simulator, stripe), services.values().stream())
        .filter(JavaProcess::hasEnded)
        .findFirst();
  }

  /** Ends the services side by side, each in an orderly way, and then the simulators. */
  void close() {
    CompletableFuture.allOf(
            services.values().stream()
                .map(service ->
                    CompletableFuture.runAsync(service::terminate, Thread::startVirtualThread))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    simulator.terminate();
    stripe.terminate();
  }
}
