/** What each account moved on each day, and what it held at its end. */
import { html } from "../../lib/lit-html/lit-html.js";
import { every } from "../../api.js";
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
  const rows = await every("/trial-balance", asDays(asked));
  if (rows.length === 0) return empty("Nothing is booked in this period. Choose a longer one, or another CPO.");
  const wrong = unequal(rows);
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

/** The days, CPOs and currencies whose debits are not their credits. */
function unequal(rows) {
  const left = new Map();
  for (const { day, cpoId, currency: of, debit, credit } of rows) {
    const key = `${day} ${cpoId} ${of}`;
    left.set(key, (left.get(key) ?? 0) + debit - credit);
  }
  return [...left].filter(([, rest]) => rest !== 0).map(([key]) => key);
}
