package dev.holdfast.terminal.statuspage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport.Observation;
import dev.holdfast.terminal.vendor.BoundedGet;
import dev.holdfast.terminal.vendor.BoundedGet.Reply;
import dev.holdfast.terminal.vendor.BoundedGet.Reply.Answered;
import dev.holdfast.terminal.vendor.BoundedGet.Reply.Unanswered;
import dev.holdfast.terminal.vendor.StatusPageSettings;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A vendor's public status page. That it cannot be read does not mean that the vendor is down. */
public final class StatusPage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_ANSWER = 1_000_000;

  /** The common JSON of status pages. */
  private static final String SUMMARY = "/api/v2/summary.json";

  private final Vendor vendor;
  private final StatusPageSettings settings;
  private final Clock clock;
  private final Optional<BoundedGet> page;

  /** The page that the settings of that vendor name; without an address nothing is known. */
  public StatusPage(Vendor vendor, StatusPageSettings settings, Clock clock) {
    this.vendor = vendor;
    this.settings = settings;
    this.clock = clock;
    this.page =
        settings
            .url()
            .map(url -> new BoundedGet("the status page", url, settings.timeout(), LONGEST_ANSWER));
  }

  /** How each of the vendor's clouds is doing; never fails. */
  public Uni<Map<VendorEnvironment, Observation>> read() {
    return page.map(known -> known.get(SUMMARY, Map.of()).map(this::read))
        .orElseGet(() -> Uni.createFrom().item(this::notConfigured));
  }

  private Map<VendorEnvironment, Observation> read(Reply heard) {
    return switch (heard) {
      case Unanswered unanswered -> both(StatusSummary.unknown(unanswered.why()));
      case Answered answered when answered.status() != 200 ->
          both(StatusSummary.unknown("the status page answers HTTP " + answered.status()));
      case Answered answered -> read(answered.body());
    };
  }

  private Map<VendorEnvironment, Observation> read(String body) {
    try {
      var summary = JSON.readValue(body, StatusSummary.class);
      var now = clock.instant();
      return Map.of(
          VendorEnvironment.TEST, summary.observe(settings.testComponent(), now),
          VendorEnvironment.PRODUCTION, summary.observe(settings.productionComponent(), now));
    } catch (JsonProcessingException | RuntimeException nonsense) {
      return both(StatusSummary.unknown("the status page's answer is not its JSON"));
    }
  }

  private Map<VendorEnvironment, Observation> notConfigured() {
    var name = vendor.name().toLowerCase(Locale.ROOT);
    return both(StatusSummary.unknown("not configured: set holdfast." + name + ".status-page.url"));
  }

  private static Map<VendorEnvironment, Observation> both(Observation observation) {
    return Map.of(VendorEnvironment.TEST, observation, VendorEnvironment.PRODUCTION, observation);
  }
}
