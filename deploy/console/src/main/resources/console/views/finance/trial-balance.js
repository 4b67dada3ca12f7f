/** What each account moved on each day, and what it held at its end. */
import { html } from "../../lib/lit-html/lit-html.js";
import { get, pages } from "../../api.js";
import { search } from "../../form.js";
import { empty, part, table } from "../../ui.js";
import { id, mark, money, words } from "../../format.js";
import { asDays, currency, fields } from "./period.js";

/** @param {import("../../app.js").Where} where */
export async function trialBalance({ asked }) {
  return html`
    ${search("/finance/trial-balance", fields(asked, "booking day"), currency(asked))}
    ${part(() => balance(asked))}`;
}

async function balance(asked) {
  const found = await pages("/trial-balance", asDays(asked));
  const rows = found.flat();
  if (rows.length === 0) return empty("Nothing is booked in this period. Choose a longer one, or another CPO.");
  const wrong = await unequal(found);
  const amount = (row, name) => money({ minorUnits: row[name], currency: row.currency });
  return html`
    <p>${wrong.length === 0
      ? html`<span class="mark good">balanced</span> Debits equal credits on every day, for each CPO and currency.`
      : html`<span class="mark bad">not balanced</span> ${wrong.join(", ")}`}</p>
    ${table("The newest days first; a balance is all debits less all credits up to and with the day",
      [["Day"], ["CPO"], ["Account"], ["Debit", "amount"], ["Credit", "amount"], ["Balance", "amount"], ["Day is"]],
      rows.map((row) => [
        id(row.day), id(row.cpoId), words(row.account), ...["debit", "credit", "balance"].map((name) => amount(row, name)),
        mark(row.closed ? "CLOSED" : "OPEN"),
      ]))}`;
}

const keyOf = ({ day, cpoId, currency: of }) => `${day} ${cpoId} ${of}`;

/**
 * The days, CPOs and currencies whose debits are not their credits. Something may be booked on an open day between two
 * pages, and then only one side of it is seen where a page ends amid that day, CPO and currency: these are asked for
 * again, alone, and so on one page.
 */
async function unequal(found) {
  const cut = new Set(found.slice(1).flatMap(([first]) => (first ? [keyOf(first)] : [])));
  const judged = differing(found.flat()).map(async (row) => {
    if (!cut.has(keyOf(row))) return [row];
    const { day, cpoId, currency: of } = row;
    return differing((await get("/trial-balance", { from: day, to: day, cpo: cpoId, currency: of })).items);
  });
  return (await Promise.all(judged)).flat().map(keyOf);
}

/** The first row of each day, CPO and currency whose debits are not their credits in these rows. */
function differing(rows) {
  const left = (own) => own.reduce((sum, { debit, credit }) => sum + debit - credit, 0);
  return [...Map.groupBy(rows, keyOf).values()].filter((own) => left(own) !== 0).map(([first]) => first);
}
