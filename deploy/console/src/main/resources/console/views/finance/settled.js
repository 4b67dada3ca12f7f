/** The settlements of a period, and the whole of them as a file. */
import { html } from "../../lib/lit-html/lit-html.js";
import { get } from "../../api.js";
import { choice, search } from "../../form.js";
import { file, onward, part } from "../../ui.js";
import { words } from "../../format.js";
import { settlements } from "../lists.js";
import { asMoments, currency, fields } from "./period.js";

const PAGE = 50;
const OUTCOMES = ["FULL", "OVER_COMMITTED", "HOLD_ONLY", "NOTHING_DUE", "NOT_COVERED", "FAILED"];

/** The outcomes of settlements, to choose one. */
export const outcome = (asked) => choice("Outcome", "outcome", asked.outcome, [["", "any"], ...OUTCOMES.map((one) => [one, words(one)])]);

/** @param {import("../../app.js").Where} where */
export async function settled({ asked }) {
  return html`
    ${search("/finance/settlements", fields(asked, "UTC day of the tap"), currency(asked), outcome(asked),
      choice("Shortfall", "shortfall", asked.shortfall, [["", "any"], ["OPEN", "open"]]))}
    ${part(() => list(asked))}`;
}

async function list(asked) {
  const filter = { ...asMoments(asked), outcome: asked.outcome, shortfall: asked.shortfall };
  const page = await get("/settlements", { ...filter, after: asked.after, size: PAGE });
  return html`
    ${settlements("The newest taps first", page, "No settlement is found. Choose a longer period, or another outcome or CPO.")}
    <div class="acts">
      ${file("Download all of them (CSV)", "/settlements/export", filter)}
      ${onward({ view: "/finance/settlements", asked, next: page.next })}
    </div>`;
}
