package dev.holdfast.infrastructure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.LogUtils;

/**
 * A part in a container. Stopped or killed it stays, with its contents; closed it is removed. If
 * this JVM is killed, the guard container of Testcontainers removes it.
 */
final class ContainerComponent implements Component {
  private static final Duration START = Duration.ofMinutes(2);
  private static final int ORDERLY_END_SECONDS = 30;

  private final Image image;
  private final Path log;
  private final Runnable before;
  private final BooleanSupplier ready;
  private final GenericContainer<?> container;

  /**
   * What runs in it.
   *
   * @param alias the name by which other containers of the network find it
   * @param port where it listens inside; outside it is {@code hostPort} of 127.0.0.1
   */
  record Image(
      String name, String alias, int port, int hostPort, Map<String, String> environment) {}

  /** Takes what to do before each start, and how to see that it answers. */
  ContainerComponent(
      Image image, Network network, Path log, Runnable before, BooleanSupplier ready) {
    this.image = image;
    this.log = log;
    this.before = before;
    this.ready = ready;
    this.container =
        new GenericContainer<>(DockerImageName.parse(image.name()))
            .withNetwork(network)
            .withNetworkAliases(image.alias())
            .withEnv(image.environment())
            .withExposedPorts(image.port());
    // A fixed port outside, so that the address is the same after a restart.
    container.withCreateContainerCmdModifier(command ->
        command.withHostConfig(
            Objects.requireNonNull(command.getHostConfig())
                .withPortBindings(
                    List.of(
                        new PortBinding(
                            Ports.Binding.bindIpAndPort(Addresses.LOOPBACK, image.hostPort()),
                            new ExposedPort(image.port()))))));
  }

  @Override
  public void start() {
    before.run();
    if (container.getContainerId() == null) {
      container.start();
    } else {
      docker().startContainerCmd(container.getContainerId()).exec();
    }
    LogUtils.followOutput(
        docker(), container.getContainerId(), frame -> write(frame.getUtf8String()));
    if (!Patience.until(START, ready)) {
      AtExit.holdIfEnding();
      throw new IllegalStateException(
          "Container " + image.name() + " does not answer, see " + log + ".");
    }
  }

  @Override
  public void stop() {
    docker().stopContainerCmd(container.getContainerId()).withTimeout(ORDERLY_END_SECONDS).exec();
  }

  @Override
  public void kill() {
    docker().killContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void close() {
    container.stop();
  }

  @Override
  public String log() {
    return log.toString();
  }

  private void write(String line) {
    try {
      Files.createDirectories(log.getParent());
      Files.writeString(
          log, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DockerClient docker() {
    return DockerClientFactory.instance().client();
  }
}
