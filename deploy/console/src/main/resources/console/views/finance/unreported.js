/** What moved and no gateway's report tells, the oldest first. */
import { html } from "../../lib/lit-html/lit-html.js";
import { get } from "../../api.js";
import { field, search } from "../../form.js";
import { empty, onward, part, table } from "../../ui.js";
import { id, money, time, words } from "../../format.js";
import { toPayment } from "../lists.js";

const PAGE = 50;
const VIEW = "/finance/unreported";

/** @param {import("../../app.js").Where} where */
export async function unreported({ asked }) {
  return html`
    ${search(VIEW,
      field("For so many days", "days", asked.days, { keys: "numeric", example: "7" }),
      field("CPO", "cpo", asked.cpo),
      field("Gateway", "gateway", asked.gateway))}
    ${part(() => list(asked))}`;
}

async function list(asked) {
  const { days, cpo, gateway, after } = asked;
  const { items, next } = await get("/movements", { unreported: days, cpo, gateway, after, size: PAGE });
  if (items.length === 0) return empty("Nothing: reports that were booked tell of all that moved.");
  return html`
    ${table("The oldest first", [["Moved"], ["What"], ["Payment"], ["Gateway's reference"], ["CPO"], ["Amount", "amount"]], items.map((one) => [
      time(one.movedAt), words(one.kind), toPayment(one.reference), id(one.gatewayReference), one.cpoId, money(one.amount)]))}
    <div class="acts">${onward({ view: VIEW, asked, next })}</div>`;
}
