/** Lists that several views show. */
import { html, nothing } from "../lib/lit-html/lit-html.js";
import { empty, table } from "../ui.js";
import { id, mark, money, time, words } from "../format.js";

/** A link to a payment's page. @param {string} reference */
export const toPayment = (reference) => html`<a href="#/payments/${reference}" title=${reference}>…${reference.slice(-12)}</a>`;

/** A link to a terminal's page. @param {string} serial */
export const toTerminal = (serial) => html`<a href="#/terminals/${encodeURIComponent(serial)}">${serial}</a>`;

/** A reason is a sentence, or a name of ours. */
const why = (reason) => (/^[A-Z_]+$/.test(reason ?? "") ? words(reason) : (reason ?? ""));

/**
 * A page of a list. What only a newer version can read is no item of it, and is told below: it counts like the others.
 * @param {{items: object[], unreadable?: {id: string, why: string}[]}} page
 * @param {string} none what to say where nothing is there
 * @param {{title: string, heads: [string, string?][], row: (one: object) => unknown[], link: (id: string) => unknown}} shape
 */
export function list({ items, unreadable = [] }, none, { title, heads, row, link }) {
  if (items.length + unreadable.length === 0) return empty(none);
  return html`
    ${items.length ? table(title, heads, items.map(row)) : nothing}
    ${unreadable.length
      ? table("Not readable here", [["Which"], ["Why", "reason"]], unreadable.map((one) => [link(one.id), one.why]))
      : nothing}`;
}

/** Authorizations as payment-authorization lists them. */
export const authorizations = (title, page, none) =>
  list(page, none, {
    title,
    link: toPayment,
    heads: [["Tap"], ["Payment"], ["Status"], ["Terminal"], ["Card"], ["Held", "amount"], ["Captured", "amount"], ["Reason", "reason"]],
    row: (one) => [
      time(one.requestedAt),
      toPayment(one.reference),
      mark(one.status),
      toTerminal(one.terminalSerial),
      id(one.card && `${one.card.scheme ?? ""} …${one.card.lastFour ?? ""}`),
      money(one.authorized),
      money(one.captured),
      why(one.attention ?? one.reason),
    ],
  });

/** Settlements as session-settlement lists them. */
export const settlements = (title, page, none) =>
  list(page, none, {
    title,
    link: toPayment,
    heads: [["Changed"], ["Payment"], ["Status"], ["Outcome"], ["CPO"], ["Session total", "amount"], ["Held", "amount"], ["Captured", "amount"], ["Shortfall", "amount"], ["Reason", "reason"]],
    row: (one) => [
      time(one.changedAt),
      toPayment(one.reference),
      mark(one.status),
      one.outcome ? mark(one.outcome) : "–",
      id(one.cpoId),
      money(one.sessionTotal),
      money(one.authorized),
      money(one.captured),
      money(one.shortfall),
      why(one.reason),
    ],
  });
