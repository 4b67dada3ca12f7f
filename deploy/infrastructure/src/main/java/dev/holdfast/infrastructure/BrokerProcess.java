package dev.holdfast.infrastructure;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The program of the broker's own JVM: formats the storage when it is new, then runs Kafka. */
final class BrokerProcess {
  private BrokerProcess() {}

  /** Takes the settings file, the folder of the records, and the cluster's id. */
  public static void main(String[] arguments) {
    var settings = arguments[0];
    var storage = Path.of(arguments[1]);
    if (!Files.exists(storage.resolve("meta.properties"))) {
      int failed =
          StorageTool.execute(
              new String[] {"format", "-t", arguments[2], "-c", settings}, System.out);
      if (failed != 0) {
        System.exit(failed);
      }
    }
    Kafka.main(new String[] {settings});
  }
}
