/** For finance: totals of a period, and its settlements. */
import { html, nothing } from "../lib/lit-html/lit-html.js";
import { address, get } from "../api.js";
import { act, choice, csv, download, empty, entered, field, table } from "../ui.js";
import { digits, id, money, number, percent, words } from "../format.js";
import { settlements } from "./lists.js";
import { openShortfall } from "./shortfall.js";

const PAGE = 50;
const MONTH_DAYS = 30;
const OUTCOMES = ["FULL", "OVER_COMMITTED", "HOLD_ONLY", "NOTHING_DUE", "NOT_COVERED", "FAILED"];
const SUMS = ["billed", "captured", "refunded", "aboveHold", "shortfall"];

/** @param {import("../app.js").Where} where */
export async function finance({ asked }) {
  const { outcome, cpo } = asked;
  const page = Number(asked.page ?? 0);
  const period = days(asked);
  const [totals, items, checks, open] = await Promise.all([
    get("/totals", { ...period, cpo, by: "DAY" }),
    get("/settlements", { outcome, cpo, page, size: PAGE }),
    get("/settlements/invariants"),
    openShortfall(cpo),
  ]);
  const to = (number) => `#${address("/finance", { ...asked, page: number })}`;
  return html`
    <form class="sheet fields" @submit=${(event) => (location.hash = address("/finance", entered(event)))}>
      ${field("From (UTC day)", "from", period.from.slice(0, 10), { type: "date" })}
      ${field("Up to and with (UTC day)", "until", asked.until ?? new Date().toISOString().slice(0, 10), { type: "date" })}
      ${field("CPO", "cpo", cpo)}
      ${choice("Outcome of the settlements", "outcome", outcome, [["", "any"], ...OUTCOMES.map((one) => [one, words(one)])])}
      <div><button class="first">Show</button></div>
    </form>
    ${balance(checks)}
    <h2>Totals by day of the tap</h2>
    ${totals.length ? sums(totals) : empty("No payment was decided in this period. Choose a longer one.")}
    ${totals.length ? html`<div class="acts">${act("Download the totals (CSV)", async () => download("totals.csv", totalsFile(totals), "text/csv"))}</div>` : nothing}
    ${open}
    <h2>Settlements</h2>
    ${settlements("The newest taps first, of any day", items, "No settlement is found. Choose another outcome or CPO.")}
    <div class="acts">
      ${items.length ? act("Download these settlements (CSV)", async () => download("settlements.csv", settlementsFile(items), "text/csv")) : nothing}
      ${page > 0 ? html`<a href=${to(page - 1)}>Newer</a>` : nothing}
      ${items.length === PAGE ? html`<a href=${to(page + 1)}>Older</a>` : nothing}
    </div>`;
}

function days({ from, until }) {
  const day = (text, shift) => {
    const at = text ? new Date(`${text}T00:00:00Z`) : new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00Z`);
    at.setUTCDate(at.getUTCDate() + shift);
    return at.toISOString();
  };
  return { from: from ? day(from, 0) : day(until, -MONTH_DAYS), to: day(until, 1) };
}

function balance(checks) {
  const broken = checks.filter((one) => one.rows > 0);
  return html`<p>${broken.length === 0
    ? html`<span class="mark good">books agree</span> All ${checks.length} invariants hold over all rows: debits equal credits among them.`
    : html`<span class="mark bad">books do not agree</span> ${broken.map((one) => words(one.invariant)).join(", ")}`}</p>`;
}

const amount = (line, name) => money({ minorUnits: line.amounts[name], currency: line.currency });

const sums = (totals) =>
  table(
    "Amounts of each day, CPO and currency",
    [["Day"], ["CPO"], ["Payments", "amount"], ["Approved", "amount"], ["Billed", "amount"], ["Captured", "amount"], ["Refunded", "amount"], ["Above the hold", "amount"], ["Shortfall", "amount"]],
    totals.map((line) => [
      id(line.from.slice(0, 10)), id(line.cpoId), number(line.payments), percent(line.approved, line.approved + line.declined),
      ...SUMS.map((name) => amount(line, name)),
    ]),
  );

/** An amount as accounts take it: a point, no grouping. */
function plain(minorUnits, currency) {
  if (minorUnits === undefined) return "";
  return (Number(minorUnits) / 10 ** digits(currency)).toFixed(digits(currency));
}

const totalsFile = (totals) =>
  csv([
    ["day", "cpo", "currency", "payments", "approved", "declined", ...SUMS],
    ...totals.map((line) => [line.from.slice(0, 10), line.cpoId, line.currency, line.payments, line.approved, line.declined,
      ...SUMS.map((name) => plain(line.amounts[name], line.currency))]),
  ]);

const settlementsFile = (items) =>
  csv([
    ["reference", "changed_at", "status", "outcome", "cpo", "session", "currency", "session_total", "authorized", "captured", "shortfall", "reason"],
    ...items.map((one) => {
      const currency = (one.sessionTotal ?? one.authorized)?.currency ?? "";
      const value = (money) => (money ? plain(money.minorUnits, money.currency) : "");
      return [one.reference, one.changedAt, one.status, one.outcome, one.cpoId, one.sessionId, currency,
        value(one.sessionTotal), value(one.authorized), value(one.captured), value(one.shortfall), one.reason];
    }),
  ]);
