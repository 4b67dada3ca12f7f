/** One payment: a time line from the tap to the ledger, and its journal entries. */
import { html, nothing } from "../lib/lit-html/lit-html.js";
import { decide, find, post, segment } from "../api.js";
import { act, empty, facts, say, show } from "../ui.js";
import { mark, money, time, words } from "../format.js";
import { follow } from "../live.js";
import { entries } from "./entries.js";
import { refunds } from "./refunds.js";
import { resolution } from "./resolution.js";
import { toTerminal } from "./lists.js";

/** @param {import("../app.js").Where} where */
export async function payment({ part: reference, signal }) {
  const place = document.createElement("div");
  const { mark: live, soon } = follow(() => show(place, () => content(reference, soon)), signal, (said) => said.reference === reference);
  await show(place, () => content(reference, soon));
  return html`${live}${place}`;
}

async function content(reference, again) {
  const [held, settled] = await Promise.all([
    find(`/authorizations/${segment(reference)}`),
    find(`/settlements/${segment(reference)}`),
  ]);
  if (!held && !settled) return empty("No payment has this reference. Check that all of its 36 characters are there.");
  return html`
    ${summary(held, settled)}
    ${held ? acts(held, again) : nothing}
    ${settled?.possible?.length ? html`<h2>Decide</h2>${resolution(settled, again)}` : nothing}
    ${refunds(settled, again)}
    <h2>From tap to ledger</h2>
    ${settled?.trail?.length ? timeLine(settled.trail) : attempts(held)}
    <h2>Journal</h2>
    ${entries("In the order of booking", settled?.journal ?? [], "Nothing is booked yet.")}`;
}

const summary = (held, settled) => html`
  <section class="sheet" aria-label="Summary">${facts([
    ["Hold", held ? mark(held.status) : "not known here"],
    ["Settlement", settled ? html`${settled.status ? mark(settled.status) : nothing} ${settled.outcome ? mark(settled.outcome) : nothing}` : "none yet"],
    ["Terminal", held ? toTerminal(held.terminalSerial) : "–"],
    ["CPO", held?.cpoId ?? settled?.cpoId ?? "–"],
    ["Card", held?.card ? `${held.card.scheme ?? ""} …${held.card.lastFour ?? ""}` : "–"],
    ["Session", settled?.sessionId ?? "–"],
    ["Held", money(held?.authorized ?? settled?.authorized)],
    ["Session total", money(settled?.sessionTotal)],
    ["Captured", money(held?.captured ?? settled?.captured)],
    ["Shortfall", money(settled?.shortfall)],
    ...(settled?.writtenOff ? [["Written off", money(settled.writtenOff)]] : []),
    ["Refunded", money(held?.refunded ?? settled?.refunded)],
    ...(settled?.due ? [["Waits until", html`${time(settled.due.at)} (${words(settled.due.deadline)})`]] : []),
    ...(settled?.resolutions ?? []).map(({ choice, word }) => ["Decided", html`${words(choice)} by ${word.by}: ${word.reason} (${time(word.at)})`]),
    ...(settled?.unreadable ? [["Not readable here", settled.unreadable]] : []),
    ...(held?.attention ? [["A person must look", held.attention]] : []),
  ], "short")}</section>`;

function acts(held, again) {
  const path = `/authorizations/${segment(held.reference)}`;
  const unknown = held.attempts.some((one) => one.outcome === "UNKNOWN" || one.outcome === "SENT");
  return html`<div class="acts">
    ${unknown || held.attention ? act("Ask the gateway now", async () => {
      await post(`${path}/look-up`);
      say("The gateway is asked.");
      again();
    }) : nothing}
    ${["AWAITING_CARD", "AUTHORIZING", "HELD"].includes(held.status) ? act("Give the hold back", async () => {
      if (!confirm(`Give the hold of ${money(held.authorized)} back? It cannot be taken again.`)) return;
      await decide(`${path}/cancel`, { by: "operator", reason: "given back in the console" });
      say("The hold is given back.");
      again();
    }) : nothing}
  </div>`;
}

const BAD = ["CHARGED_BACK", "DECLINED", "CAPTURE_FAILED", "ATTENTION", "HOLD_NEEDS_ATTENTION"];
const GOOD = ["HELD", "CAPTURED", "SETTLED", "BOOKED"];
const kindOf = (step) => (BAD.includes(step.kind) || step.outcome === "REFUSED" ? "bad" : GOOD.includes(step.kind) || step.outcome === "APPROVED" ? "good" : "");

const timeLine = (steps) => html`
  <ol class="steps">${steps.map((step) => html`
    <li class=${kindOf(step)}>
      <p>${step.sentence}</p>
      <p class="faint">${time(step.at)} · ${words(step.kind)}${Object.entries(step.amounts ?? {}).filter(([, amount]) => amount.minorUnits !== 0).map(
        ([name, amount]) => ` · ${words(name)} ${money(amount)}`)}</p>
    </li>`)}</ol>`;

/** Where no session is known yet, what the gateway was asked. */
function attempts(held) {
  if (!held?.attempts.length) return empty("The gateway has not been asked for anything yet. A change shows here by itself.");
  return html`<ol class="steps">${held.attempts.map((one) => html`
    <li class=${kindOf(one)}>
      <p>${words(one.kind)} of ${money(one.amount)}: ${words(one.outcome)}${one.reason ? ` (${one.reason})` : ""}</p>
      <p class="faint">${time(one.at)}</p>
    </li>`)}</ol>`;
}
