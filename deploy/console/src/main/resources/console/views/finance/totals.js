/** What was billed, taken and is open, since when; and whether the books agree. */
import { html } from "../../lib/lit-html/lit-html.js";
import { address, every, get, post } from "../../api.js";
import { search } from "../../form.js";
import { act, empty, part, table } from "../../ui.js";
import { id, money, number, percent, time, words } from "../../format.js";
import { asMoments, fields } from "./period.js";

const SUMS = [["billed", "Billed"], ["captured", "Captured"], ["refunded", "Refunded"], ["aboveHold", "Above the hold"], ["shortfall", "Shortfall"]];

/** @param {import("../../app.js").Where} where */
export async function totals({ asked, again }) {
  return html`
    ${search("/finance", fields(asked, "UTC day"))}
    ${part(async () => agreement((await get("/settlements/invariants")).items, again))}
    <h2>Totals by day of the tap</h2>
    ${part(async () => byDay(asked))}
    <h2>Open shortfall by age</h2>
    ${part(async () => byAge(asked.cpo))}`;
}

/** What was found the last time; looking at it checks nothing. */
function agreement(checks, again) {
  const broken = checks.filter((one) => one.rows > 0);
  const oldest = checks.map((one) => one.checkedAt).sort()[0];
  const found = broken.length === 0
    ? html`<span class="mark good">books agree</span> All ${checks.length} invariants held over all rows at ${time(oldest)}: debits equal credits among them.`
    : html`<span class="mark bad">books do not agree</span> ${broken.map((one) => words(one.invariant)).join(", ")}`;
  return html`
    <p>${checks.length === 0 ? "The books have not been checked yet: they are now and then, the first time a minute after a start." : found}</p>
    <div class="acts">${act("Check the books now", async () => {
      await post("/settlements/invariants");
      again();
    })}</div>`;
}

async function byDay(asked) {
  const { currency: _, ...period } = asMoments(asked);
  const lines = await every("/totals", { ...period, by: "DAY" });
  if (lines.length === 0) return empty("No payment was decided in this period. Choose a longer one.");
  const heads = ["Payments", "Approved", ...SUMS.map(([, head]) => head)].map((head) => [head, "amount"]);
  return table("Amounts of each day, CPO and currency", [["Day"], ["CPO"], ...heads], lines.map((line) => [
    id(line.from.slice(0, 10)), id(line.cpoId), number(line.payments), percent(line.approved, line.approved + line.declined),
    ...SUMS.map(([name]) => money({ minorUnits: line.amounts[name], currency: line.currency })),
  ]));
}

async function byAge(cpo) {
  const rows = await every("/shortfall", { cpo });
  if (rows.length === 0) return empty("None: all that was earned is received or written off.");
  return html`
    ${table("By how long ago it was booked as open", [["Age"], ["CPO"], ["Payments", "amount"], ["Open", "amount"], ["The oldest"]],
      rows.map((row) => [words(row.age), id(row.cpoId), number(row.payments), money(row.amount), time(row.oldest)]))}
    <div class="acts"><a href="#${address("/finance/settlements", { cpo, shortfall: "OPEN", from: "1970-01-01" })}">The payments that are open: write off what nobody will pay</a></div>`;
}
