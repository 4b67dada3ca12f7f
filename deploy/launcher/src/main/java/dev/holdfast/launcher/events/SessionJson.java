package dev.holdfast.launcher.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.holdfast.events.Money;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.events.SessionStarted;
import dev.holdfast.events.Tax;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session event as a person types it: the reference and, for a close, the total; what is left out
 * is made up.
 */
public record SessionJson(
    @Nullable String reference,
    @Nullable String sessionId,
    @Nullable Integer revision,
    @Nullable String evseId,
    @Nullable Instant startedAt,
    @Nullable Instant stoppedAt,
    @Nullable Long energyWh,
    @Nullable Amount total,
    @Nullable List<TaxJson> taxes) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final Duration USUAL_SESSION = Duration.ofMinutes(42);
  private static final long USUAL_ENERGY_WH = 21_500;
  private static final String USUAL_EVSE = "NL*HLD*E1";

  /** An amount as the REST APIs have it. */
  public record Amount(long minorUnits, @Nullable String currency) {
    Money toAvro() {
      return new Money(minorUnits, Objects.requireNonNullElse(currency, "EUR"));
    }
  }

  /** A tax contained in the total; category and base may be left out. */
  public record TaxJson(
      String name,
      String ratePercent,
      Amount amount,
      @Nullable String code,
      @Nullable Amount base) {
    Tax toAvro() {
      return new Tax(name, ratePercent, amount.toAvro(), code, base == null ? null : base.toAvro());
    }
  }

  /** A session at a price that contains Dutch VAT. */
  public static SessionJson of(
      String reference, String sessionId, String evseId, org.joda.money.Money total) {
    String currency = total.getCurrencyUnit().getCode();
    long vat = total.multipliedBy(21).dividedBy(121, RoundingMode.HALF_UP).getAmountMinorLong();
    List<TaxJson> taxes =
        List.of(
            new TaxJson(
                "VAT",
                "21.00",
                new Amount(vat, currency),
                "S",
                new Amount(total.getAmountMinorLong() - vat, currency)));
    return new SessionJson(
        reference,
        sessionId,
        null,
        evseId,
        null,
        null,
        null,
        new Amount(total.getAmountMinorLong(), currency),
        taxes);
  }

  /**
   * Reads what was typed.
   *
   * @throws IllegalArgumentException if it is not JSON, or has a field that is not known
   */
  public static SessionJson parse(String json) {
    try {
      return JSON.readValue(json, SessionJson.class);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(
          "That is no session as JSON: " + wrong.getOriginalMessage(), wrong);
    }
  }

  /** The event of a beginning session. */
  public SessionStarted started(Instant now) {
    return new SessionStarted(
        requiredReference(), session(), evse(), Objects.requireNonNullElse(startedAt, now));
  }

  /** The event of a session that has ended. */
  public SessionClosed closed(Instant now) {
    if (total == null) {
      throw new IllegalArgumentException(
          "total is missing, for example \"total\":{\"minorUnits\":2340,\"currency\":\"EUR\"}.");
    }
    return new SessionClosed(
        requiredReference(),
        session(),
        Objects.requireNonNullElse(revision, 1),
        evse(),
        Objects.requireNonNullElse(startedAt, now.minus(USUAL_SESSION)),
        Objects.requireNonNullElse(stoppedAt, now),
        Objects.requireNonNullElse(energyWh, USUAL_ENERGY_WH),
        total.toAvro(),
        Objects.requireNonNullElse(taxes, List.<TaxJson>of()).stream()
            .map(TaxJson::toAvro)
            .toList(),
        now);
  }

  private String requiredReference() {
    if (reference == null || reference.isBlank()) {
      throw new IllegalArgumentException(
          "reference is missing: POST /authorizations has answered it.");
    }
    return reference;
  }

  private String session() {
    return sessionId == null ? "session-" + UUID.randomUUID() : sessionId;
  }

  private String evse() {
    return Objects.requireNonNullElse(evseId, USUAL_EVSE);
  }
}
