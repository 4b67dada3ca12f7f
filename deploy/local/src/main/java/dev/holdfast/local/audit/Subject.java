package dev.holdfast.local.audit;

import static dev.holdfast.local.system.Service.PAYMENT_AUTHORIZATION;
import static dev.holdfast.local.system.Service.SESSION_SETTLEMENT;
import static dev.holdfast.local.system.Service.TERMINAL_REGISTRY;

import dev.holdfast.contracts.Topic;
import dev.holdfast.local.system.Service;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What is audited: a topic that this system writes, the services that write it, and the table that
 * must say the same.
 *
 * @param versioned whether the topic says each version of its rows, one after the other
 */
record Subject(Topic topic, List<Service> writers, boolean versioned, Table table) {

  private static final Table TERMINALS =
      Table.of("terminal", "serial", "version", "changed_at")
          .withColumns("serial", "vendor", "cpo_id", "charger_id", "evse_ids")
          .withColumns("country", "currency", "reasons", "over_commit")
          .with("occurredAt", "changed_at")
          .with("vendorEnvironment", "seen_in")
          .with("readiness", "case when ready then 'READY' else 'NOT_READY' end")
          .withMoney("holdAmount", "hold_minor_units", "hold_currency");

  private static final Table VENDORS =
      Table.of("vendor_status", "vendor || '/' || vendor_environment", "version", "changed_at")
          .withColumns("vendor", "vendor_environment", "status", "since", "detail")
          .with("occurredAt", "changed_at")
          .with(
              "maintenance",
              """
              (select json_agg(json_build_object('name', w ->> 'name',
                 'from', cast(w ->> 'from' as timestamptz),
                 'until', cast(w ->> 'until' as timestamptz)) order by n)
               from json_array_elements(cast(maintenance as json)) with ordinality as o(w, n))
              """);

  private static final Table AUTHORIZATIONS =
      Table.of("authorizations", "cast(reference as text)", "version", "changed_at")
          .withColumns("reference", "status", "environment", "terminal_serial", "vendor", "cpo_id")
          .withColumns("evse_id", "over_commit", "expires_at", "reason", "attention")
          .with("occurredAt", "changed_at")
          .withMoney("requested", "requested", "currency")
          .withMoney("authorized", "coalesce(authorized, 0)", "currency")
          .withMoney("captured", "coalesce(captured, 0)", "currency")
          .withMoney("refunded", "coalesce(refunded, 0)", "currency")
          .with("settlementVersion", "nullif(settlement_version, 0)")
          .with("card", "json_build_object('scheme', card_scheme, 'lastFour', card_last_four)")
          .with(
              "attempts",
              """
              (select json_agg(json_build_object('number', a -> 'number', 'kind', a -> 'kind',
                 'amount', (a ->> 'minorUnits') || ' ' || currency,
                 'outcome', case a ->> 'outcome' when 'SENT' then 'UNKNOWN' else a ->> 'outcome' end,
                 'gatewayReference', a -> 'gatewayReference', 'reason', a -> 'reason',
                 'at', cast(a ->> 'at' as timestamptz)) order by n)
               from json_array_elements(cast(attempts as json)) with ordinality as o(a, n))
              """);

  private static final String STATE = "cast(state as json)";

  private static final Table SETTLEMENTS =
      Table.of("settlement", "cast(reference as text)", "version", "changed_at")
          .withColumns("reference", "status", "session_id", "cpo_id", "outcome")
          .with("occurredAt", "changed_at")
          .with("sessionRevision", STATE + " #> '{session,closes,-1,revision}'")
          .withMoney("sessionTotal", "session_total", "session_currency")
          .withMoney("authorized", "authorized", "hold_currency")
          .withMoney("captured", "captured", "hold_currency")
          .withMoney("released", "released", "hold_currency")
          .withMoney("refunded", "refunded", "hold_currency")
          .withMoney("shortfall", "shortfall", "coalesce(session_currency, hold_currency)")
          .with("authorizationVersion", STATE + " #> '{hold,version}'")
          .with(
              "plan",
              """
              (select json_agg(json_build_object('method', r -> 'method', 'amount',
                 split_part(r ->> 'amount', ' ', 2) || ' ' || split_part(r ->> 'amount', ' ', 1))
                 order by n)
               from json_array_elements(cast(state as json) -> 'plan') with ordinality as o(r, n))
              """);

  private static final Table JOURNAL =
      Table.of("journal_entry e", "cast(entry_id as text)", "1", "booked_at")
          .withColumns("entry_id", "reference", "session_id", "cpo_id", "cause")
          .withColumns("booked_at", "booking_day")
          .with(
              "lines",
              """
              (select json_agg(json_build_object('account', account, 'side', side,
                 'amount', minor_units || ' ' || currency, 'detail', detail) order by line_number)
               from journal_line l where l.entry_id = e.entry_id)
              """);

  private static final Table PARKED =
      Table.of(
              "parked",
              "topic || '/' || partition_number || '/' || record_offset || '/' || digest",
              "1",
              "parked_at")
          .with("error", "error")
          .with("headers", "cast(headers as json)");

  /** All of them, in the order in which facts travel. */
  static final List<Subject> ALL =
      List.of(
          new Subject(Topic.TERMINALS, List.of(TERMINAL_REGISTRY), true, TERMINALS),
          new Subject(Topic.VENDORS, List.of(TERMINAL_REGISTRY), true, VENDORS),
          new Subject(Topic.AUTHORIZATIONS, List.of(PAYMENT_AUTHORIZATION), true, AUTHORIZATIONS),
          new Subject(Topic.SETTLEMENTS, List.of(SESSION_SETTLEMENT), true, SETTLEMENTS),
          new Subject(Topic.JOURNAL, List.of(SESSION_SETTLEMENT), false, JOURNAL),
          new Subject(Topic.PARKED, List.of(Service.values()), false, PARKED));

  String name() {
    return topic.topicName();
  }

  /** What a service calls a row of its table; several may have parked the same record. */
  Key key(Service service, String row) {
    return topic == Topic.PARKED ? Reading.parked(service.title(), row) : Key.of(row);
  }

  /** The keys of those rows that are in the table of that service. */
  List<String> rowKeys(Service service, Collection<Key> keys) {
    String prefix = topic == Topic.PARKED ? Reading.parked(service.title(), "").toString() : "";
    return keys.stream()
        .map(Key::toString)
        // No text of a database holds a zero: such a key is in no table.
        .filter(key -> key.startsWith(prefix) && key.indexOf(0) < 0)
        .map(key -> key.substring(prefix.length()))
        .toList();
  }

  /** Is a row older than what the topic must still have? */
  boolean outlives(OffsetDateTime at) {
    String kept = topic.settings().getOrDefault(TopicConfig.RETENTION_MS_CONFIG, "-1");
    return !kept.startsWith("-")
        && at.plus(Duration.ofMillis(Long.parseLong(kept)))
            .isBefore(OffsetDateTime.now(ZoneOffset.UTC));
  }

  /** The fields of the topic's record that the table holds too. */
  Set<String> compared() {
    return table.fields().keySet();
  }
}
