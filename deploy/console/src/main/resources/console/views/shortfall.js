/** What is earned and not received, by how long ago the card was tapped. */
import { html, nothing } from "../lib/lit-html/lit-html.js";
import { get } from "../api.js";
import { empty, table } from "../ui.js";
import { money, number } from "../format.js";
import { settlements } from "./lists.js";

const OUTCOMES = ["HOLD_ONLY", "NOT_COVERED", "FAILED"];
const MOST = 500;
const SHOWN = 10;
const DAY_MILLIS = 86_400_000;
const AGES = [["up to 7 days", 7], ["up to 30 days", 30], ["up to 90 days", 90], ["older", Infinity]];

/** Open is what can still be written off. @param {string|undefined} cpo */
export async function openShortfall(cpo) {
  const lists = await Promise.all(OUTCOMES.map((outcome) => get("/settlements", { outcome, cpo, size: MOST })));
  const open = lists.flat().filter((one) => one.shortfall?.minorUnits > 0 && one.possible?.includes("WRITE_OFF"));
  const partly = lists.some((list) => list.length === MOST);
  return html`
    <h2>Open shortfall by age</h2>
    ${open.length ? byAge(open) : empty("None: all that was earned is received or written off.")}
    ${partly ? html`<p class="faint">Of the newest ${number(MOST)} of each outcome.</p>` : nothing}
    ${open.length ? settlements(open.length > SHOWN ? `The oldest ${SHOWN}: open one to write it off` : "Open one to write it off", open.sort((a, b) => tapped(a) - tapped(b)).slice(0, SHOWN), "") : nothing}`;
}

/** A reference is a UUIDv7: it begins with the milliseconds of the tap. */
const tapped = ({ reference }) => Number.parseInt(reference.replaceAll("-", "").slice(0, 12), 16);

function byAge(open) {
  const sums = new Map();
  for (const { shortfall, ...one } of open) {
    const days = (Date.now() - tapped(one)) / DAY_MILLIS;
    const age = AGES.findIndex(([, most]) => days <= most);
    const key = `${age} ${shortfall.currency}`;
    const sum = sums.get(key) ?? { age, currency: shortfall.currency, count: 0, minorUnits: 0 };
    sums.set(key, { ...sum, count: sum.count + 1, minorUnits: sum.minorUnits + shortfall.minorUnits });
  }
  const rows = [...sums.values()].sort((a, b) => a.age - b.age || a.currency.localeCompare(b.currency));
  return table("By how long ago the card was tapped", [["Age"], ["Payments", "amount"], ["Open", "amount"]],
    rows.map((row) => [AGES[row.age][0], number(row.count), money(row)]));
}
