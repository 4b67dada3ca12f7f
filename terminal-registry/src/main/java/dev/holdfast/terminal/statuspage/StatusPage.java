package dev.holdfast.terminal.statuspage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.terminal.core.Vendor;
import dev.holdfast.terminal.core.VendorEnvironment;
import dev.holdfast.terminal.core.VendorReport.Observation;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A vendor's public status page. That it cannot be read does not mean that the vendor is down. */
public final class StatusPage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_ANSWER = 1_000_000;

  private final Vendor vendor;
  private final StatusPageSettings settings;
  private final InstantSource clock;
  private final Optional<StatusPageApi> api;

  /** The page that the settings of that vendor name; without an address nothing is known. */
  public StatusPage(Vendor vendor, StatusPageSettings settings, InstantSource clock) {
    this.vendor = vendor;
    this.settings = settings;
    this.clock = clock;
    this.api = settings.url().map(this::api);
  }

  /** How each of the vendor's clouds is doing; never fails. */
  public Uni<Map<VendorEnvironment, Observation>> read() {
    return api.map(page -> page.summary().ifNoItem().after(settings.timeout()).fail())
        .map(answer -> answer.map(this::read).onFailure().recoverWithItem(this::unanswered))
        .orElseGet(() -> Uni.createFrom().item(this::notConfigured));
  }

  private Map<VendorEnvironment, Observation> read(RestResponse<String> response) {
    if (response.getStatus() != 200) {
      return both(Summary.unknown("the status page answers HTTP " + response.getStatus()));
    }
    var body = response.getEntity();
    return body != null && body.length() > LONGEST_ANSWER
        ? both(Summary.unknown("the status page's answer is too long"))
        : read(body);
  }

  private Map<VendorEnvironment, Observation> read(@Nullable String body) {
    try {
      var summary = JSON.readValue(body, Summary.class);
      var now = clock.instant();
      return Map.of(
          VendorEnvironment.TEST, summary.observe(settings.testComponent(), now),
          VendorEnvironment.PRODUCTION, summary.observe(settings.productionComponent(), now));
    } catch (JsonProcessingException | RuntimeException nonsense) {
      return both(Summary.unknown("the status page's answer is not its JSON"));
    }
  }

  private Map<VendorEnvironment, Observation> unanswered(Throwable failure) {
    return both(
        Summary.unknown(
            switch (failure) {
              case TimeoutException _ ->
                  "the status page gave no answer within " + settings.timeout().toMillis() + " ms";
              case IOException _, VertxException _ -> "the status page cannot be reached";
              default -> "the status page's answer cannot be read";
            }));
  }

  private Map<VendorEnvironment, Observation> notConfigured() {
    var name = vendor.name().toLowerCase(Locale.ROOT);
    return both(Summary.unknown("not configured: set holdfast." + name + ".status-page.url"));
  }

  private static Map<VendorEnvironment, Observation> both(Observation observation) {
    return Map.of(VendorEnvironment.TEST, observation, VendorEnvironment.PRODUCTION, observation);
  }

  private StatusPageApi api(URI address) {
    // The client's own limits are a backstop: read() gives up first, and says after how long.
    long backstopMillis = settings.timeout().multipliedBy(2).toMillis();
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(address)
        .connectTimeout(backstopMillis, TimeUnit.MILLISECONDS)
        .readTimeout(backstopMillis, TimeUnit.MILLISECONDS)
        .followRedirects(false)
        .property("microprofile.rest.client.disable.default.mapper", true)
        .build(StatusPageApi.class);
  }
}
