package dev.holdfast.testkit;

import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Provisioning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;

/**
 * One infrastructure for all test classes of a JVM: it takes longer to start than most tests run.
 *
 * <p>Quarkus loads this class anew for each application under test, of which one runs at a time. So
 * each has an infrastructure of its own, and ends that of the one before it: else a dozen would
 * stay until the JVM ends.
 */
public final class SharedInfrastructure {
  private static final String OF_AN_APPLICATION = "dev.holdfast.testkit:type=Infrastructure";
  private static @Nullable Infrastructure started;

  private SharedInfrastructure() {}

  /** Started and provisioned by the first who asks; ends with the JVM. */
  public static synchronized Infrastructure started() {
    var running = started;
    if (running == null) {
      endThatOfAnotherApplication();
      running = Infrastructure.start(workFolder("infrastructure"));
      Provisioning.createTopics(running.bootstrapServers());
      Provisioning.registerSchemas(running.schemaRegistry());
      started = running;
    }
    return running;
  }

  /** Class loaders share nothing but what the JVM itself keeps: its MBeans. */
  private static void endThatOfAnotherApplication() {
    if (ClassLoader.getSystemClassLoader().equals(SharedInfrastructure.class.getClassLoader())) {
      return;
    }
    var beans = ManagementFactory.getPlatformMBeanServer();
    try {
      var name = new ObjectName(OF_AN_APPLICATION);
      if (beans.isRegistered(name)) {
        beans.invoke(name, "run", new Object[0], new String[0]);
        beans.unregisterMBean(name);
      }
      Runnable end = SharedInfrastructure::end;
      beans.registerMBean(new StandardMBean(end, Runnable.class), name);
    } catch (JMException e) {
      throw new IllegalStateException("The infrastructure before this one did not end", e);
    }
  }

  private static synchronized void end() {
    if (started != null) {
      started.close();
      started = null;
    }
  }

  static synchronized boolean is(Infrastructure infrastructure) {
    return infrastructure.equals(started);
  }

  /** A new folder under the module's {@code target}, where logs are found after a failure. */
  static Path workFolder(String name) {
    try {
      var parent = Files.createDirectories(Path.of("target", "stack").toAbsolutePath());
      return Files.createTempDirectory(parent, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
