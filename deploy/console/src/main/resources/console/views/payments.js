/** Find a payment: by reference, session, terminal, card, amount, status or period. */
import { html } from "../lib/lit-html/lit-html.js";
import { address, get } from "../api.js";
import { choice, entered, field } from "../form.js";
import { onward, part, visit } from "../ui.js";
import { count, minorUnits, words } from "../format.js";
import { authorizations, settlements } from "./lists.js";

const PAGE = 25;
const REFERENCE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const STATUSES = ["AWAITING_CARD", "GIVING_UP", "AUTHORIZING", "HELD", "DECLINED", "ABANDONED", "CAPTURING", "CAPTURED", "CAPTURE_FAILED", "RELEASING", "RELEASED", "EXPIRED", "REFUNDING"];

/** @param {import("../app.js").Where} where */
export async function payments({ asked }) {
  return html`${form(asked)}${part(() => (asked.session ? ofSession(asked.session) : list(asked)))}`;
}

const ofSession = async (session) => settlements("Payments of the session", await get("/settlements", { session }),
  "No payment has this session. Its id must be whole, and the session must have begun.");

async function list(asked) {
  const found = await get("/authorizations", { ...query(asked), after: asked.after, size: PAGE, count: true });
  return html`
    ${authorizations(`${count(found)} found, the newest first`, found, "No payment is found. Ask for less, or for a longer period.")}
    <div class="acts">${onward({ view: "/payments", asked, next: found.next })}</div>`;
}

const form = (asked) => html`
    <form class="sheet fields" role="search" @submit=${search}>
      ${field("Reference", "reference", "", { example: "019ab…" })}
      ${field("Session's id (alone)", "session", asked.session)}
      ${field("Terminal's serial", "terminal", asked.terminal)}
      ${field("Card's last four digits", "lastFour", asked.lastFour, { keys: "numeric", example: "4242" })}
      ${field("Amount", "amount", asked.amount, { keys: "decimal", example: "50.00" })}
      ${field("Currency of the amount", "currency", asked.currency ?? "EUR")}
      ${field("CPO", "cpo", asked.cpo)}
      ${choice("Status", "status", asked.status, [["", "any"], ...STATUSES.map((one) => [one, words(one)])])}
      ${field("From", "from", asked.from, { type: "datetime-local" })}
      ${field("To", "to", asked.to, { type: "datetime-local" })}
      <div><button class="first">Find</button></div>
    </form>`;

function search(event) {
  const typed = entered(event);
  if (REFERENCE.test(typed.reference ?? "")) {
    visit(`/payments/${typed.reference.toLowerCase()}`);
    return;
  }
  const wrong = fault(typed);
  for (const name of ["reference", "amount"]) event.target.elements[name].setCustomValidity("");
  if (wrong) {
    const input = event.target.elements[wrong.name];
    input.setCustomValidity(wrong.remedy);
    input.reportValidity();
    input.addEventListener("input", () => input.setCustomValidity(""), { once: true });
    return;
  }
  if (!typed.amount) delete typed.currency;
  visit(address("/payments", typed));
}

function fault({ reference, amount, currency }) {
  if (reference) return { name: "reference", remedy: "A reference is a UUID of 36 characters: copy the whole of it." };
  try {
    if (amount && minorUnits(amount, currency ?? "EUR") === null) throw new RangeError(amount);
  } catch {
    return { name: "amount", remedy: "Write an amount such as 50.00, and its currency such as EUR." };
  }
  return null;
}

/** What the reader typed, as the service asks for it: moments in UTC, amounts in minor units. */
function query(asked) {
  const moment = (text) => (text ? new Date(text).toISOString() : undefined);
  const currency = asked.currency ?? "EUR";
  return {
    terminal: asked.terminal,
    cpo: asked.cpo,
    status: asked.status,
    lastFour: asked.lastFour,
    amount: asked.amount ? minorUnits(asked.amount, currency) : undefined,
    currency: asked.amount ? currency : undefined,
    from: moment(asked.from),
    to: moment(asked.to),
  };
}
