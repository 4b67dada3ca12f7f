package dev.holdfast.terminal.vendor;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where a vendor says how its clouds are doing. */
public interface StatusPageSettings {
  /** Base address; {@code /api/v2/summary.json} is put behind it. */
  Optional<URI> url();

  /** How often it is read. */
  @WithDefault("30s")
  Duration every();

  @WithDefault("5s")
  Duration timeout();

  /** The component that speaks for the TEST cloud. */
  String testComponent();

  /** The component that speaks for the PRODUCTION cloud. */
  String productionComponent();
}
