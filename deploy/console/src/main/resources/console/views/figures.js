/** The figures of the last day, read from the services' lists and totals. */
import { every, get } from "../api.js";

const DAY_MILLIS = 86_400_000;
const HOUR_MILLIS = 3_600_000;
const PAGE = 500;
const MOST_PAGES = 2;
const LATEST = 10;

/** All at once, so that they are of one moment. */
export async function read() {
  const to = new Date();
  // Totals count whole hours: so do the taps beside them.
  const from = new Date(Math.floor((to - DAY_MILLIS) / HOUR_MILLIS) * HOUR_MILLIS).toISOString();
  const count = (asked) => get("/authorizations", { ...asked, size: 1, count: true });
  const [taps, holds, unknown, stopped, unsettled, totals, vendors] = await Promise.all([
    get("/authorizations", { from, size: LATEST, count: true }),
    openHolds(),
    count({ unknown: true }),
    count({ attention: true }),
    get("/settlements", { status: "ATTENTION", size: 1, count: true }),
    every("/totals", { from, to: to.toISOString() }),
    get("/vendors").then((page) => page.items),
  ]);
  const outcomes = {};
  for (const line of totals) for (const [name, of] of Object.entries(line.outcomes)) outcomes[name] = (outcomes[name] ?? 0) + of;
  const currency = busiest(totals);
  return {
    taps,
    holds,
    unknown,
    attention: { total: stopped.total + unsettled.total, totalIsExact: stopped.totalIsExact && unsettled.totalIsExact },
    vendors,
    outcomes,
    approved: sum(totals, (line) => line.approved),
    declined: sum(totals, (line) => line.declined),
    sums: Object.fromEntries(["captured", "shortfall", "aboveHold"].map((name) => [name, byCurrency(totals, (line) => [line.currency, line.amounts[name]])])),
    currency,
    hours: hours(totals, currency, Date.parse(from), to.getTime()),
  };
}

async function openHolds() {
  const first = await get("/authorizations", { status: "HELD", size: PAGE, count: true });
  const found = [...first.items];
  let { next } = first;
  for (let page = 1; next && page < MOST_PAGES; page++) {
    const answer = await get("/authorizations", { status: "HELD", after: next, size: PAGE });
    found.push(...answer.items);
    next = answer.next;
  }
  const sums = byCurrency(found, (one) => [one.authorized.currency, one.authorized.minorUnits]);
  return { counted: first, sums, partly: Boolean(next) };
}

const sum = (lines, of) => lines.reduce((all, line) => all + of(line), 0);

function byCurrency(lines, of) {
  const sums = {};
  for (const line of lines) {
    const [currency, value] = of(line);
    sums[currency] = (sums[currency] ?? 0) + value;
  }
  return sums;
}

/** Amounts of several currencies cannot share an axis: that of most payments is drawn. */
function busiest(totals) {
  const payments = byCurrency(totals, (line) => [line.currency, line.payments]);
  return Object.keys(payments).sort((a, b) => payments[b] - payments[a])[0] ?? "EUR";
}

function hours(totals, currency, from, to) {
  const all = [];
  for (let hour = from; hour <= to; hour += HOUR_MILLIS) {
    const lines = totals.filter((line) => Date.parse(line.from) === hour);
    const ours = lines.filter((line) => line.currency === currency);
    all.push({
      from: hour / 1000,
      approved: sum(lines, (line) => line.approved),
      declined: sum(lines, (line) => line.declined),
      captured: sum(ours, (line) => line.amounts.captured),
      shortfall: sum(ours, (line) => line.amounts.shortfall),
    });
  }
  return all;
}
