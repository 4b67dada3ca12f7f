/** The period, CPO and currency that the pages of finance ask with. */
import { field } from "../../form.js";

const MONTH_DAYS = 30;

/** A day as text, so many days after another. @param {string} day @param {number} days */
function after(day, days) {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

const today = () => new Date().toISOString().slice(0, 10);

/** The first day that is asked for: a month back where the reader does not say. */
const first = ({ from, until }) => from ?? after(until ?? today(), -MONTH_DAYS);

/** As booking days, both part of it. */
export const asDays = (asked) => ({ from: first(asked), to: asked.until, cpo: asked.cpo, currency: asked.currency });

/** As moments of UTC days: the last one is not part of it. */
export const asMoments = (asked) => ({
  from: `${first(asked)}T00:00:00Z`,
  to: asked.until && `${after(asked.until, 1)}T00:00:00Z`,
  cpo: asked.cpo,
  currency: asked.currency,
});

/** @param {string} days which days are meant */
export const fields = (asked, days) => [
  field(`From (${days})`, "from", first(asked), { type: "date" }),
  field(`Up to and with (${days})`, "until", asked.until, { type: "date" }),
  field("CPO", "cpo", asked.cpo),
];

export const currency = (asked) => field("Currency", "currency", asked.currency, { example: "EUR" });
