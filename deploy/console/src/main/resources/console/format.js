/** Amounts, times and words as the reader knows them. */
import { html } from "./lib/lit-html/lit-html.js";

/** How many digits a currency has after the point. @param {string} currency */
export function digits(currency) {
  return new Intl.NumberFormat(undefined, { style: "currency", currency }).resolvedOptions()
    .maximumFractionDigits;
}

/**
 * An amount in the reader's locale, always with its currency.
 * @param {{minorUnits: number|string|bigint, currency: string}|null|undefined} amount
 */
export function money(amount) {
  if (!amount) return "–";
  const { minorUnits, currency } = amount;
  const form = new Intl.NumberFormat(undefined, { style: "currency", currency, currencyDisplay: "code" });
  return form.format(`${minorUnits}e-${digits(currency)}`);
}

/** What was typed as an amount, in minor units; null where it is none. */
export function minorUnits(typed, currency) {
  const plain = typed.trim().replace(",", ".");
  if (!/^\d{1,9}(\.\d+)?$/.test(plain)) return null;
  const [whole, part = ""] = plain.split(".");
  const places = digits(currency);
  return part.length > places ? null : Number(whole + part.padEnd(places, "0"));
}

/** A moment in the reader's zone, and in UTC on hover. @param {string|null|undefined} moment */
export function time(moment) {
  if (!moment) return "–";
  const at = new Date(moment);
  const words = at.toLocaleString(undefined, { dateStyle: "short", timeStyle: "medium" });
  return html`<time datetime=${at.toISOString()} title=${`${at.toISOString()} (UTC)`}>${words}</time>`;
}

/** A name of the services in plain words: NOT_BOUND_TO_CHARGER becomes "not bound to charger". */
export const words = (name) => String(name ?? "–").toLowerCase().replaceAll("_", " ");

/** A share in percent, in the reader's locale. */
export function percent(part, whole) {
  if (!whole) return "–";
  return new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 1 }).format(part / whole);
}

/** @param {number} count */
export const number = (count) => new Intl.NumberFormat().format(count);

/** How many a list has on all pages; the services count up to a thousand. @param {{total: number, totalIsExact: boolean}} page */
export const count = ({ total, totalIsExact }) => (totalIsExact ? number(total) : `more than ${number(total)}`);

const GOOD = ["READY", "HELD", "CAPTURED", "SETTLED", "FULL", "OVER_COMMITTED", "OPERATIONAL", "PASS", "APPROVED", "RELEASED", "NOTHING_DUE", "MATCHED"];
const BAD = ["NOT_READY", "DECLINED", "CAPTURE_FAILED", "ATTENTION", "FAILED", "DOWN", "FAIL", "REFUSED", "NOT_COVERED", "BROKEN", "AMOUNT_DIFFERS"];
const WARN = ["HOLD_ONLY", "EXPIRED", "ABANDONED", "UNKNOWN", "DEGRADED", "MAINTENANCE", "CORRECTING", "WARN", "MISSING_HERE", "DUPLICATE"];

/** The class of a name: a colour, beside the word itself. */
export function tone(name) {
  if (GOOD.includes(name)) return "good";
  if (BAD.includes(name)) return "bad";
  return WARN.includes(name) ? "warn" : "";
}

/** A status as a small mark. */
export const mark = (name) => html`<span class="mark ${tone(name)}">${words(name)}</span>`;

/** What is never broken over two lines. @param {string|null|undefined} text */
export const id = (text) => html`<span class="id">${text ?? "–"}</span>`;
