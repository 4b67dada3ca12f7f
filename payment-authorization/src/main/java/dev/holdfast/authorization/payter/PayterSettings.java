package dev.holdfast.authorization.payter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Payter's two clouds; only the one that pairs with our environment is ever called. */
@ConfigMapping(prefix = "holdfast.payter")
public interface PayterSettings {
  /** The cloud that pairs with ACCEPTANCE. */
  Cloud test();

  /** The cloud that pairs with PRODUCTION. */
  Cloud production();

  /** Connections to a cloud: each driver who waits with a card in hand needs one. */
  @WithDefault("512")
  @Min(1)
  @Max(65_000)
  int connections();

  /** Callbacks of the clouds; without an address and a secret none is asked for or taken. */
  Callbacks callbacks();

  /** The query parameter that asks for more than the hold. */
  @WithDefault("overCommit")
  String overCommitParameter();

  /** All else that nobody outside of Payter knows for certain: docs/payter.md explains each. */
  Assumed assumed();

  /** What is assumed of the clouds; each default costs nobody money where it is wrong. */
  interface Assumed {
    /** The query parameter that names a payment; a cloud that does not know it ignores it. */
    @WithDefault("reference")
    Optional<String> referenceParameter();

    /** For how long a session that was not there before a call may be taken for the call's. */
    @WithDefault("PT5M")
    Duration newSessionWithin();

    /** What a start is to read, as the cloud calls it; without them it reads all. */
    Optional<List<String>> paymentMethods();

    /** What has no bank behind it: in capitals, a part of what the cloud calls it. */
    @WithDefault("QR,PROPRIETARY,RFID")
    Set<String> notBankCards();

    /** States of a terminal that reads, or has read, a card. */
    @WithDefault("READING,CARD,CARD_READING,READY")
    Set<String> readingStates();

    /** States of a terminal that waits for a start. */
    @WithDefault("IDLE")
    Set<String> idleStates();

    /** States of a session in which the money is held. */
    @WithDefault("AUTHORIZED")
    Set<String> heldStates();

    /** States of a session in which money was taken. */
    @WithDefault("COMMITTED")
    Set<String> takenStates();

    /** States of a session that was given back. */
    @WithDefault("CANCELLED,CANCELED")
    Set<String> cancelledStates();

    /** States of a session in which the bank held nothing. */
    @WithDefault("DECLINED")
    Set<String> declinedStates();

    /** Status codes that refuse a commit or cancel, if the session is still open afterwards. */
    @WithDefault("400,402,409,422")
    Set<Integer> refusals();

    /** Those of them that are the word of the card's bank, and so the last one. */
    @WithDefault("402")
    Set<Integer> bankRefusals();
  }

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
