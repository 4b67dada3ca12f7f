package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.registry.SchemaRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** At start, before anything is consumed: every topic's schema must be in the registry. */
@ApplicationScoped
class FindSchemas {
  private static final Logger LOG = Logger.getLogger(FindSchemas.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final SchemaRegistry registry;
  private final AvroCodec codec;
  private final DeliverySettings settings;
  private final String url;

  FindSchemas(
      SchemaRegistry registry,
      AvroCodec codec,
      DeliverySettings settings,
      @ConfigProperty(name = "holdfast.schema-registry.url") String url) {
    this.registry = registry;
    this.codec = codec;
    this.settings = settings;
    this.url = url;
  }

  void atStart(@Observes @Priority(-20) StartupEvent start) throws InterruptedException {
    Instant deadline = Instant.now().plus(settings.registryPatience());
    List<String> missing = findAll(deadline);
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "The schema registry at "
              + url
              + " has no schema of this build under "
              + String.join(", ", missing)
              + ". Let the deployment register the schemas first, or set"
              + " holdfast.delivery.register-schemas=true");
    }
  }

  private List<String> findAll(Instant deadline) throws InterruptedException {
    while (true) {
      try {
        return missingAmong(Topic.values());
      } catch (RuntimeException unreachable) {
        if (Instant.now().isAfter(deadline)) {
          throw new IllegalStateException(
              "The schema registry at "
                  + url
                  + " does not answer; check holdfast.schema-registry.url",
              unreachable);
        }
        LOG.warnf("The schema registry at %s does not answer yet: %s", url, unreachable);
        Thread.sleep(PAUSE);
      }
    }
  }

  private List<String> missingAmong(Topic[] topics) {
    List<String> missing = new ArrayList<>();
    for (Topic topic : topics) {
      if (settings.registerSchemas()) {
        codec.write(topic, registry.register(topic.subject(), topic.registered()));
      } else {
        registry
            .idOf(topic.subject(), topic.registered())
            .ifPresentOrElse(id -> codec.write(topic, id), () -> missing.add(topic.subject()));
      }
    }
    return missing;
  }
}
