package dev.holdfast.terminal.statuspage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.terminal.core.VendorEnvironment;
import dev.holdfast.terminal.core.VendorReport.Observation;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The vendor's public status page. That it cannot be read does not mean that the vendor is down.
 */
@ApplicationScoped
public class StatusPage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StatusPageSettings settings;
  private final Optional<StatusPageApi> api;

  StatusPage(StatusPageSettings settings) {
    this.settings = settings;
    this.api = settings.url().map(this::api);
  }

  /** How each of the vendor's clouds is doing; never fails. */
  public Uni<Map<VendorEnvironment, Observation>> read() {
    return api.map(page -> page.summary().ifNoItem().after(settings.timeout()).fail())
        .map(answer -> answer.map(this::read).onFailure().recoverWithItem(this::unreachable))
        .orElseGet(() -> Uni.createFrom().item(this::notConfigured));
  }

  private Map<VendorEnvironment, Observation> read(RestResponse<String> response) {
    if (response.getStatus() != 200) {
      return both(Summary.unknown("the status page answers HTTP " + response.getStatus()));
    }
    try {
      var summary = JSON.readValue(response.getEntity(), Summary.class);
      return Map.of(
          VendorEnvironment.TEST, summary.observe(settings.testComponent()),
          VendorEnvironment.PRODUCTION, summary.observe(settings.productionComponent()));
    } catch (JsonProcessingException | RuntimeException nonsense) {
      return both(Summary.unknown("the status page's answer is not its JSON"));
    }
  }

  private Map<VendorEnvironment, Observation> unreachable() {
    return both(Summary.unknown("the status page cannot be reached"));
  }

  private Map<VendorEnvironment, Observation> notConfigured() {
    return both(Summary.unknown("not configured: set holdfast.payter.status-page.url"));
  }

  private static Map<VendorEnvironment, Observation> both(Observation observation) {
    return Map.of(VendorEnvironment.TEST, observation, VendorEnvironment.PRODUCTION, observation);
  }

  private StatusPageApi api(URI address) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(address)
        .connectTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .property("microprofile.rest.client.disable.default.mapper", true)
        .build(StatusPageApi.class);
  }
}
