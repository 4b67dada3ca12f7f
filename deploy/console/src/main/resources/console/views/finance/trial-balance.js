/** What each account held before some days, what it moved on them, and what it held after them. */
import { html } from "../../lib/lit-html/lit-html.js";
import { get, pages } from "../../api.js";
import { search } from "../../form.js";
import { empty, part, table } from "../../ui.js";
import { id, mark, money, words } from "../../format.js";
import { asDays, currency, fields } from "./period.js";

const AMOUNTS = ["opening", "debit", "credit", "closing"];

/** @param {import("../../app.js").Where} where */
export async function trialBalance({ asked }) {
  return html`
    ${search("/finance/trial-balance", fields(asked, "booking day"), currency(asked))}
    ${part(() => balance(asked))}`;
}

async function balance(asked) {
  const found = await pages("/trial-balance", asDays(asked));
  const rows = found.flat();
  if (rows.length === 0) return empty("Nothing is booked up to the end of this period. Choose another one, or another CPO.");
  const wrong = await unequal(asked, found);
  const amount = (row, name) => money({ minorUnits: row[name], currency: row.currency });
  return html`
    <p>${wrong.length === 0
      ? html`<span class="mark good">balanced</span> Debits equal credits, for each CPO and currency.`
      : html`<span class="mark bad">not balanced</span> ${wrong.join(", ")}`}</p>
    ${table("Each account that holds or moved anything; a balance is debits less credits",
      [["CPO"], ["Account"], ["Kind"], ["Opening", "amount"], ["Debit", "amount"], ["Credit", "amount"], ["Closing", "amount"], ["Days are"]],
      rows.map((row) => [
        id(row.cpoId), words(row.account), words(row.kind ?? ""), ...AMOUNTS.map((name) => amount(row, name)), mark(row.closed ? "CLOSED" : "OPEN"),
      ]))}`;
}

const keyOf = ({ cpoId, currency: of }) => `${cpoId} ${of}`;

/**
 * The CPOs and currencies whose debits are not their credits. Something may be booked on an open day between two pages,
 * and then only one side of it is seen where a page ends amid that CPO and currency: these are asked for again, alone,
 * and so on one page.
 */
async function unequal(asked, found) {
  const cut = new Set(found.slice(1).flatMap(([first]) => (first ? [keyOf(first)] : [])));
  const judged = differing(found.flat()).map(async (row) => {
    if (!cut.has(keyOf(row))) return [row];
    return differing((await get("/trial-balance", { ...asDays(asked), cpo: row.cpoId, currency: row.currency })).items);
  });
  return (await Promise.all(judged)).flat().map(keyOf);
}

/** The first row of each CPO and currency whose debits are not their credits in these rows. */
function differing(rows) {
  const left = (own) => own.reduce((sum, { opening, debit, credit }) => sum + opening + debit - credit, 0);
  return [...Map.groupBy(rows, keyOf).values()].filter((own) => left(own) !== 0).map(([first]) => first);
}
