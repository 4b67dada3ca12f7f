/** Entries of the journal, a row for each line. */
import { empty, table } from "../ui.js";
import { id, money, time, words } from "../format.js";
import { toPayment } from "./lists.js";

/** @param {boolean} [ofMany] whether each entry must say whose it is */
export function entries(title, list, none, ofMany = false) {
  if (list.length === 0) return empty(none);
  const whose = ofMany ? [["Payment"], ["CPO"]] : [];
  const heads = [["Day"], ["Booked"], ...whose, ["Cause"], ["Account"], ["Debit", "amount"], ["Credit", "amount"], ["Detail"]];
  return table(title, heads, list.flatMap((entry) => lines(entry, ofMany)));
}

function lines(entry, ofMany) {
  const whose = ofMany ? [toPayment(entry.reference), id(entry.cpoId)] : [];
  const head = [id(entry.bookingDay), time(entry.bookedAt), ...whose, words(entry.cause)];
  const none = head.map(() => "");
  return entry.lines.map((line, i) => [
    ...(i === 0 ? head : none),
    words(line.account),
    line.side === "DEBIT" ? money(line.amount) : "",
    line.side === "CREDIT" ? money(line.amount) : "",
    line.detail ?? "",
  ]);
}
