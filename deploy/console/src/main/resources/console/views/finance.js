/** For finance: a page for each question, all of one period, CPO and currency. */
import { html, nothing } from "../lib/lit-html/lit-html.js";
import { address } from "../api.js";
import { empty } from "../ui.js";
import { totals } from "./finance/totals.js";
import { settled } from "./finance/settled.js";
import { journal } from "./finance/journal.js";
import { trialBalance } from "./finance/trial-balance.js";
import { days } from "./finance/days.js";
import { reports } from "./finance/reports.js";
import { unreported } from "./finance/unreported.js";
import { chargebacks } from "./finance/chargebacks.js";
import { accounts } from "./finance/accounts.js";

/** The last part of the address, what it is called, and what shows it. */
const PAGES = {
  "": ["Totals", totals],
  settlements: ["Settlements", settled],
  journal: ["Journal", journal],
  "trial-balance": ["Trial balance", trialBalance],
  days: ["Days", days],
  reports: ["Settlement reports", reports],
  unreported: ["Not reported", unreported],
  chargebacks: ["Chargebacks", chargebacks],
  accounts: ["Accounts", accounts],
};

const split = (part) => {
  const [name, ...rest] = part.split("/");
  return { name, rest: rest.join("/") };
};

/** @param {string} part */
export const financeTitle = (part) => `Finance: ${(PAGES[split(part).name]?.[0] ?? part).toLowerCase()}`;

/** @param {import("../app.js").Where} where */
export async function finance(where) {
  const { name, rest } = split(where.part);
  const page = PAGES[name];
  return html`
    ${tabs(name, where.asked)}
    ${page ? await page[1]({ ...where, part: rest }) : empty("There is no such page. Choose one above.")}`;
}

/** What is asked of one page is asked of the next. */
function tabs(current, { from, until, cpo, currency }) {
  const links = Object.entries(PAGES).map(([name, [words]]) => html`
    <a href="#${address(name ? `/finance/${name}` : "/finance", { from, until, cpo, currency })}" aria-current=${name === current ? "page" : nothing}>${words}</a>`);
  return html`<nav class="tabs" aria-label="Pages of finance">${links}</nav>`;
}
