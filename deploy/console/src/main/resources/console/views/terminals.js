/** The terminals: search, filter, page by page. */
import { html, nothing } from "../lib/lit-html/lit-html.js";
import { address, get } from "../api.js";
import { choice, field, search } from "../form.js";
import { part } from "../ui.js";
import { id, mark, number, words } from "../format.js";
import { list, toTerminal } from "./lists.js";

const PAGE = 25;
const REASONS = ["VENDOR_DOWN", "UNKNOWN_TO_VENDOR", "WRONG_VENDOR_ENVIRONMENT", "NOT_ACTIVATED", "NOT_CONFIGURED", "NOT_BOUND_TO_CHARGER", "CPO_NOT_CONTRACTED", "HOLD_ABOVE_LIMIT", "CURRENCY_MISMATCH", "RETIRED"];

/** @param {import("../app.js").Where} where */
export async function terminals({ asked }) {
  return html`
    ${search("/terminals",
      field("Serial or charger begins with", "q", asked.q, { example: "P68" }),
      choice("Readiness", "readiness", asked.readiness, [["", "any"], ["READY", "ready"], ["NOT_READY", "not ready"]]),
      choice("Reason", "reason", asked.reason, [["", "any"], ...REASONS.map((reason) => [reason, words(reason)])]),
      field("CPO", "cpo", asked.cpo, { example: "NL-HLD" }))}
    ${part(() => found(asked))}`;
}

async function found(asked) {
  const page = await get("/terminals", { ...asked, size: PAGE, count: true });
  return html`
    ${list(page, "No terminal is found. Search for less, or register one with PUT /terminals/{serial}.", {
      title: `Terminals: ${page.totalIsExact ? "" : "more than "}${number(page.total)} found`,
      ...SHAPE,
    })}
    <div class="acts">
      ${asked.after ? html`<a href="#${address("/terminals", { ...asked, after: "" })}">First page</a>` : nothing}
      ${page.next ? html`<a href="#${address("/terminals", { ...asked, after: page.next })}">Next page</a>` : nothing}
    </div>`;
}

const SHAPE = {
  link: toTerminal,
  heads: [["Serial"], ["Readiness"], ["Reason"], ["Charger"], ["CPO"], ["Vendor"], ["Country"]],
  row: (one) => [
    toTerminal(one.serial),
    mark(one.readiness),
    one.reasons.map(words).join(", "),
    id(one.binding?.chargerId),
    id(one.binding?.cpoId),
    one.vendor,
    one.country,
  ],
};
