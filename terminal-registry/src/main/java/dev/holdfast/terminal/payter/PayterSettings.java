package dev.holdfast.terminal.payter;

import dev.holdfast.terminal.vendor.StatusPageSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where Payter's clouds are; a cloud without address and key is not asked. */
@ConfigMapping(prefix = "holdfast.payter")
interface PayterSettings {
  Cloud test();

  Cloud production();

  /** How long an answer is waited for. */
  @WithDefault("5s")
  Duration timeout();

  StatusPage statusPage();

  /** One cloud. */
  interface Cloud {
    /** Base address; {@code /terminals/...} is put behind it. */
    Optional<URI> url();

    Optional<Secret<String>> apiKey();
  }

  /** Payter's page; it is not known to have a component of its own for the TEST cloud. */
  interface StatusPage extends StatusPageSettings {
    @Override
    @WithDefault("Cloud Payment Service")
    String testComponent();

    @Override
    @WithDefault("Cloud Payment Service")
    String productionComponent();
  }
}
