package dev.holdfast.launcher.system;

import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Part;

/** What can be broken of a system that was started with wires. */
public final class Breakables {
  private final Infrastructure infrastructure;
  private final Processes processes;
  private final Wiring wiring;
  private final RunFolder folder;

  Breakables(Infrastructure infrastructure, Processes processes, Wiring wiring, RunFolder folder) {
    this.infrastructure = infrastructure;
    this.processes = processes;
    this.wiring = wiring;
    this.folder = folder;
  }

  /** A service; its ways are all that lead from and to it. */
  public Breakable service(Service service) {
    return new BreakableProcess(processes.service(service), () -> wiring.of(service));
  }

  /** The broker, the database server or the schema registry. */
  public Breakable part(Part part) {
    return new BreakablePart(
        part, infrastructure, wiring.to(part), folder.log(part.words().replace(' ', '-')));
  }

  /** The gateway's simulator. */
  public Breakable gateway() {
    return new BreakableProcess(processes.simulator(), wiring::toSimulator);
  }
}
