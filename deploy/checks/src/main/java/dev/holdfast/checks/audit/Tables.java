package dev.holdfast.checks.audit;

/** The tables whose rows the topics announce, and how each is asked for what its topic says. */
final class Tables {
  private Tables() {}

  static final Table CPOS =
      Table.of("cpo c", "cpo_id", "version", "timestamptz 'epoch'")
          .withColumns("cpo_id", "country", "over_commit")
          .withMoney("hold", "hold_minor_units", "hold_currency")
          .with(
              "contracts",
              """
              (select coalesce(json_agg(json_build_object('environment', environment,
                 'validFrom', valid_from, 'validTo', valid_to, 'agreedBy', agreed_by)
                 order by environment, valid_from), '[]')
               from contract k where k.cpo_id = c.cpo_id)
              """);

  static final Table BOOKING_DAYS =
      Table.of(
              """
              (select cpo_id, closed_at as at, closed_by as by, reason,
                 json_build_object('day', day, 'entries', entries, 'hash', hash) as closed,
                 cast(null as json) as calendar from closed_day
               union all
               select cpo_id, set_at, set_by, reason, null, json_build_object(
                 'timeZone', time_zone, 'cutOff', to_char(cut_off, 'HH24:MI'))
               from booking_calendar) closed_day_and_booking_calendar\
              """,
              "cpo_id || '/' || cast(extract(epoch from at) * 1000000 as bigint)",
              "1",
              "at")
          .withColumns("cpo_id", "by", "reason", "closed", "calendar")
          .with("occurredAt", "at");

  static final Table TERMINALS =
      Table.of("terminal", "serial", "version", "changed_at")
          .withColumns("serial", "vendor", "cpo_id", "charger_id", "evse_ids")
          .withColumns("country", "currency", "reasons", "over_commit")
          .with("occurredAt", "changed_at")
          .with("vendorEnvironment", "seen_in")
          .with("readiness", "case when ready then 'READY' else 'NOT_READY' end")
          .withMoney("holdAmount", "hold_minor_units", "hold_currency")
          .withColumns("model", "own_over_commit", "bound_since")
          .withMoney("ownHold", "own_hold_minor_units", "currency");

  static final Table VENDORS =
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

  static final Table AUTHORIZATIONS =
      Table.of("authorizations", "cast(reference as text)", "version", "changed_at")
          .withColumns("reference", "status", "environment", "terminal_serial", "vendor", "cpo_id")
          .withColumns(
              "evse_id", "over_commit", "expires_at", "reason", "decline_kind", "attention")
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
                 'at', cast(a ->> 'at' as timestamptz),
                 'moved', (a ->> 'moved') || ' ' || currency) order by n)
               from json_array_elements(cast(attempts as json)) with ordinality as o(a, n))
              """)
          .with(
              "attemptsLeft",
              """
              (select json_agg(json_build_object('kind', r -> 'kind',
                 'amount', (r ->> 'minorUnits') || ' ' || currency) order by n)
               from json_array_elements(cast(rungs_left as json)) with ordinality as o(r, n))
              """);

  // In json a place from the end of an array is not always found; in jsonb it is.
  private static final String STATE = "cast(state as jsonb)";

  /** What a person decided last, if anybody did; else why the hold failed. */
  private static final String REASON =
      """
      case when status = 'ATTENTION' then attention else coalesce(
        (select (r ->> 'choice') || ' by ' || (r #>> '{word,by}') || ': ' || (r #>> '{word,reason}')
         from (select cast(state as jsonb) #> '{session,resolutions,-1}' as r) as last),
        case when status = 'SETTLED' then cast(state as json) #>> '{hold,reason}' end) end
      """;

  static final Table SETTLEMENTS =
      Table.of("settlement", "cast(reference as text)", "version", "changed_at")
          .withColumns("reference", "status", "session_id", "cpo_id", "outcome")
          .with("occurredAt", "changed_at")
          .with("sessionRevision", STATE + " #> '{session,closes,-1,revision}'")
          .withMoney("sessionTotal", "session_total", "session_currency")
          .withMoney("authorized", "authorized", "hold_currency")
          .withMoney("captured", "captured", "hold_currency")
          .withMoney("released", "released", "hold_currency")
          .withMoney("refunded", "refunded", "hold_currency")
          .withMoney("goodwill", "goodwill", "hold_currency")
          .withMoney("shortfall", "shortfall", "coalesce(session_currency, hold_currency)")
          .withMoney("writtenOff", "written_off", "coalesce(session_currency, hold_currency)")
          .with("reason", REASON)
          .with("authorizationVersion", STATE + " #> '{hold,version}'")
          .with(
              "plan",
              """
              (select json_agg(json_build_object('method', r -> 'method', 'amount',
                 split_part(r ->> 'amount', ' ', 2) || ' ' || split_part(r ->> 'amount', ' ', 1))
                 order by n)
               from json_array_elements(cast(state as json) -> 'plan') with ordinality as o(r, n))
              """);

  static final Table JOURNAL =
      Table.of("journal_entry e", "cast(entry_id as text)", "1", "booked_at")
          .withColumns("entry_id", "reference", "session_id", "cpo_id", "cause")
          .withColumns("booked_at", "booking_day", "cause_version")
          .with(
              "lines",
              """
              (select json_agg(json_build_object('account', account, 'side', side,
                 'amount', minor_units || ' ' || currency, 'detail', detail) order by line_number)
               from unnest(accounts, sides, amounts, currencies, details) with ordinality
                 as line(account, side, minor_units, currency, detail, line_number))
              """)
          .with(
              "manual",
              """
              (select json_build_object('id', m.id, 'document', m.document, 'by', m.asked_by,
                 'reason', m.reason, 'askedAt', m.asked_at, 'approvedBy', m.decided_by,
                 'approvalReason', m.decision_reason)
               from manual_entry m
               where m.reference = e.reference and m.cause = e.cause
                 and m.cause_version = e.cause_version and m.state = 'BOOKED')
              """);

  /** What is too large to be announced is announced without value and headers. */
  private static final String WHOLE =
      """
      (case when octet_length(headers) + coalesce(octet_length(record_key), 0)
              + coalesce(octet_length(record_value), 0) <= 900000 then true
            else coalesce(octet_length(record_key), 0) + coalesce(octet_length(record_value), 0)
              + (select coalesce(sum(length(h.key) + octet_length(decode(h.value, 'base64'))), 0)
                 from json_each_text(cast(headers as json)) as h) <= 900000 end)
      """;

  static final Table PARKED =
      Table.of(
              "parked",
              "topic || '/' || partition_number || '/' || record_offset || '/' || case when "
                  + WHOLE
                  + " then digest else md5(coalesce(record_key, ''::bytea) || '\\x00'::bytea) end",
              "1",
              "parked_at")
          .with("error", "case when " + WHOLE + " and record_value is not null then error end")
          .with("headers", "case when " + WHOLE + " then cast(headers as json) end");
}
