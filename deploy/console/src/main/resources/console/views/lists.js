/** Lists that several views show. */
import { html } from "../lib/lit-html/lit-html.js";
import { empty, table } from "../ui.js";
import { id, mark, money, time, words } from "../format.js";

/** A link to a payment's page. @param {string} reference */
export const toPayment = (reference) => html`<a href="#/payments/${reference}" title=${reference}>…${reference.slice(-12)}</a>`;

/** A link to a terminal's page. @param {string} serial */
export const toTerminal = (serial) => html`<a href="#/terminals/${encodeURIComponent(serial)}">${serial}</a>`;

/** A reason is a sentence, or a name of ours. */
const why = (reason) => (/^[A-Z_]+$/.test(reason ?? "") ? words(reason) : (reason ?? ""));

/** Authorizations as payment-authorization lists them. */
export function authorizations(title, items, none) {
  if (items.length === 0) return empty(none);
  return table(
    title,
    [["Tap"], ["Payment"], ["Status"], ["Terminal"], ["Card"], ["Held", "amount"], ["Captured", "amount"], ["Reason", "reason"]],
    items.map((one) => [
      time(one.requestedAt),
      toPayment(one.reference),
      mark(one.status),
      toTerminal(one.terminalSerial),
      id(one.card && `${one.card.scheme ?? ""} …${one.card.lastFour ?? ""}`),
      money(one.authorized),
      money(one.captured),
      why(one.attention ?? one.reason),
    ]),
  );
}

/** Settlements as session-settlement lists them. */
export function settlements(title, items, none) {
  if (items.length === 0) return empty(none);
  return table(
    title,
    [["Changed"], ["Payment"], ["Status"], ["Outcome"], ["CPO"], ["Session total", "amount"], ["Held", "amount"], ["Captured", "amount"], ["Shortfall", "amount"], ["Reason", "reason"]],
    items.map((one) => [
      time(one.changedAt),
      toPayment(one.reference),
      one.status ? mark(one.status) : "–",
      one.outcome ? mark(one.outcome) : "–",
      id(one.cpoId),
      money(one.sessionTotal),
      money(one.authorized),
      money(one.captured),
      money(one.shortfall),
      why(one.unreadable ?? one.reason),
    ]),
  );
}
