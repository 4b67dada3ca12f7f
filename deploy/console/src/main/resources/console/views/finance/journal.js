/** The journal of a period, and the whole of it as a file. */
import { html } from "../../lib/lit-html/lit-html.js";
import { get } from "../../api.js";
import { choice, search } from "../../form.js";
import { file, onward, part } from "../../ui.js";
import { words } from "../../format.js";
import { entries } from "../entries.js";
import { asDays, currency, fields } from "./period.js";
import { outcome } from "./settled.js";

const PAGE = 25;
const CAUSES = ["SESSION_BILLED", "CAPTURED", "SHORTFALL", "REFUNDED", "CORRECTED", "GATEWAY_FEE", "PAID_OUT", "WRITTEN_OFF", "GOODWILL", "SUSPENDED", "REPORTED", "EXCHANGED", "BANKED", "MANUAL"];

/** @param {import("../../app.js").Where} where */
export async function journal({ asked }) {
  return html`
    ${search("/finance/journal", fields(asked, "booking day"), currency(asked),
      choice("Cause", "cause", asked.cause, [["", "any"], ...CAUSES.map((one) => [one, words(one)])]), outcome(asked))}
    ${part(() => list(asked))}`;
}

async function list(asked) {
  const filter = { ...asDays(asked), cause: asked.cause, outcome: asked.outcome };
  const { items, next } = await get("/journal", { ...filter, after: asked.after, size: PAGE });
  return html`
    ${entries("The newest entries first", items, "Nothing is booked in this period. Choose a longer one, or another cause or CPO.", true)}
    <div class="acts">
      ${file("Download all of them (CSV)", "/journal/export", filter)}
      ${onward({ view: "/finance/journal", asked, next })}
    </div>`;
}
