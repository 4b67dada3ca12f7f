package dev.holdfast.infrastructure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A program that starts an infrastructure, says where it is, and holds on to it. */
final class Holder {
  private Holder() {}

  /** Takes the work folder. */
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var infrastructure = Embedded.in(folder).start(System.out::println);
    var database = infrastructure.database("postgres");
    var registry = infrastructure.schemaRegistry();
    var unfinished = folder.resolve("unfinished");
    Files.write(
        unfinished,
        List.of(
            infrastructure.bootstrapServers(),
            database.host() + ":" + database.port(),
            registry.getHost() + ":" + registry.getPort()));
    Files.move(unfinished, folder.resolve("addresses"));
    new CountDownLatch(1).await();
  }
}
