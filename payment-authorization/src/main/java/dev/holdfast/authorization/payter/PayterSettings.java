package dev.holdfast.authorization.payter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Payter's two clouds; only the one that pairs with our environment is ever called. */
@ConfigMapping(prefix = "holdfast.payter")
public interface PayterSettings {
  /** The cloud that pairs with ACCEPTANCE. */
  Cloud test();

  /** The cloud that pairs with PRODUCTION. */
  Cloud production();

  /** The query parameter that asks for more than the hold; its name is not public. */
  @WithDefault("overCommit")
  String overCommitParameter();

  /** Connections to a cloud: each driver who waits with a card in hand needs one. */
  @WithDefault("512")
  @Min(1)
  @Max(65_000)
  int connections();

  /** Callbacks of the clouds; without an address and a secret none is asked for or taken. */
  Callbacks callbacks();

  /** Where the clouds reach this service, and what makes each callback's address unguessable. */
  interface Callbacks {
    /** Base URL of this service as the clouds see it. */
    Optional<URI> url();

    /** At least 32 characters that nobody else knows. */
    Optional<Secret<String>> secret();
  }

  /** Read by terminal-registry only; named here because unknown settings stop the start. */
  Map<String, String> statusPage();

  /** Where a cloud is, and the key that it takes from us. */
  interface Cloud {
    /** Base URL, up to and without {@code /terminals}. */
    Optional<URI> url();

    /** The API key. */
    Optional<String> apiKey();
  }
}
