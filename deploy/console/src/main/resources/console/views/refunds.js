/** What support gives back although the price stands, and what waits for a second person. */
import { html, nothing } from "../lib/lit-html/lit-html.js";
import { Trouble, decide, segment } from "../api.js";
import { choice, field, order } from "../form.js";
import { say, table } from "../ui.js";
import { mark, minorUnits, money, time, words } from "../format.js";

const CODES = ["CHARGER_FAULT", "SLOW_CHARGING", "WRONG_PRICE_SHOWN", "BLOCKED_BAY", "COURTESY"];
const CHANGED = 409;

/** Nothing where the service does not know such refunds. */
export function refunds(settlement, again) {
  if (!settlement?.refunds) return nothing;
  const waiting = settlement.refunds.filter((one) => one.state === "WAITING");
  const isKept = settlement.status === "SETTLED" && settlement.captured?.minorUnits > (settlement.refunded?.minorUnits ?? 0);
  if (!isKept && settlement.refunds.length === 0) return nothing;
  return html`
    <h2>Give something back</h2>
    ${settlement.refunds.length === 0 ? nothing : table("Refunds that support asked for", HEADS, settlement.refunds.map(cells))}
    ${waiting.map((one) => ruling(settlement, one, again))}
    ${isKept ? asking(settlement, again) : nothing}`;
}

const HEADS = [["Number", "amount"], ["State"], ["For"], ["Amount", "amount"], ["Asked"], ["Why"], ["Decided"]];

const cells = ({ number, state, code, amount, asked, decided }) => [
  number, mark(state), words(code), money(amount), html`${asked.by}, ${time(asked.at)}`, asked.reason,
  decided ? html`${decided.by}, ${time(decided.at)}: ${decided.reason}` : "waits for a second person"];

const who = (does) => [field(`Who ${does}`, "by", "", { needed: true }), field("For what reason", "reason", "", { needed: true })];

/** The key belongs to the form: sent twice, it is one refund. */
function asking(settlement, again) {
  const { reference, version, captured: { currency } } = settlement;
  const key = crypto.randomUUID();
  return order("Give it back", [
    choice("For", "code", "", CODES.map((one) => [one, words(one)])),
    field(`How much (${currency})`, "much", "", { needed: true, keys: "decimal", example: "5.00" }),
    ...who("asks"),
  ], ({ much, ...asked }) => {
    const amount = { minorUnits: minorUnits(much, currency), currency };
    if (amount.minorUnits === null) throw new Trouble(`${much} is no amount in ${currency}.`, "Write it such as 5.00.", 0);
    return act(`/settlements/${segment(reference)}/refunds`, { ...asked, amount, version }, again, { "Idempotency-Key": key });
  }, ({ much }) => `Give ${currency} ${much} back? It is kept with the payment, and published.`);
}

function ruling({ reference, version }, { number, amount }, again) {
  return order(`Decide about ${number}`, [
    choice(`Refund ${number}, ${money(amount)}`, "what", "", [["approval", "approve: it is ordered"], ["rejection", "reject: it is never ordered"]]),
    ...who("approves or rejects"),
  ], ({ what, ...asked }) => act(`/settlements/${segment(reference)}/refunds/${number}/${what}`, { ...asked, version }, again),
  ({ what }) => `${what === "approval" ? "Approve" : "Reject"} refund ${number} of ${money(amount)}?`);
}

async function act(path, body, again, headers) {
  try {
    await decide(path, body, headers);
    say("It is done.");
  } catch (wrong) {
    if (wrong.status !== CHANGED) throw wrong;
    // What is said on the page would go when it is shown anew.
    alert(`${wrong.message}. ${wrong.remedy}`);
  }
  again();
}
