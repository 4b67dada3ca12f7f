/** What card holders' banks took back, and until when that can be answered. */
import { html } from "../../lib/lit-html/lit-html.js";
import { get } from "../../api.js";
import { choice, field, search } from "../../form.js";
import { empty, onward, part, table } from "../../ui.js";
import { id, mark, money, time, words } from "../../format.js";
import { toPayment } from "../lists.js";

const PAGE = 50;
const VIEW = "/finance/chargebacks";
const STAGES = ["CHARGEBACK", "REVERSAL", "SECOND_CHARGEBACK"];

/** @param {import("../../app.js").Where} where */
export async function chargebacks({ asked }) {
  return html`
    ${search(VIEW,
      choice("Stage", "stage", asked.stage, [["", "to be answered"], ...STAGES.slice(1).map((one) => [one, words(one)])]),
      field("CPO", "cpo", asked.cpo),
      field("Gateway", "gateway", asked.gateway))}
    ${part(() => list(asked))}`;
}

async function list(asked) {
  const { stage = STAGES[0], cpo, gateway, after } = asked;
  const { items, next } = await get("/chargebacks", { stage: stage || STAGES[0], cpo, gateway, after, size: PAGE });
  if (items.length === 0) return empty("None, by the reports that were read.");
  return html`
    ${table("What is to be answered first", HEADS, items.map((one) => [
      one.respondBy ? time(one.respondBy) : deadline(one),
      money(one.amount),
      one.reference ? toPayment(one.reference) : "not known here",
      one.cpoId ?? "–",
      mark(one.stage),
      time(one.toldAt),
      one.gateway,
      id(one.gatewayReference),
      one.isBooked ? "yes" : "not all",
      one.respondBySource ?? "–",
    ]))}
    <div class="acts">${onward({ view: VIEW, asked, next })}</div>`;
}

const HEADS = [["Answer no later than"], ["Gone", "amount"], ["Payment"], ["CPO"], ["Stage"], ["Told"], ["Gateway"], ["Gateway's reference"], ["Booked"], ["Deadline by"]];

/** Only a first chargeback can be answered. */
const deadline = ({ stage }) => stage === STAGES[0] ? html`<strong>unknown: ask the gateway</strong>` : "–";
