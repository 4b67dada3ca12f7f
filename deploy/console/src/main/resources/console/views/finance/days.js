/** When the days of a CPO end, and which are closed: a closed day never changes. */
import { html } from "../../lib/lit-html/lit-html.js";
import { address, decide, get, put, segment } from "../../api.js";
import { field, order, search } from "../../form.js";
import { empty, facts, part, say, table } from "../../ui.js";
import { id, number, time } from "../../format.js";

const MOST_CPOS = 100;

/** @param {import("../../app.js").Where} where */
export async function days({ asked, again }) {
  return html`
    ${search("/finance/days", field("CPO", "cpo", asked.cpo, { needed: true }))}
    ${part(() => (asked.cpo ? daysOf(asked.cpo, again) : choose()))}`;
}

async function choose() {
  const { items } = await get("/cpos", { size: MOST_CPOS });
  if (items.length === 0) return empty("No CPO is known. Make one known with PUT /cpos/{cpoId}.");
  return html`<p>Each CPO has days of its own. Choose one:</p>
    <ul>${items.map(({ cpoId }) => html`<li><a href="#${address("/finance/days", { cpo: cpoId })}">${cpoId}</a></li>`)}</ul>`;
}

async function daysOf(cpo, again) {
  const { version, timeZone, cutOff, openDay, closed } = await get("/days", { cpo });
  const who = [field("Who", "by", "", { needed: true }), field("Why", "reason", "", { needed: true })];
  return html`
    <div class="sheet" aria-label="Calendar" role="group">${facts([
      ["What is booked now counts on", id(openDay)],
      ["Days end at", `${cutOff.slice(0, 5)}, ${timeZone}`],
      ["Closed up to and with", closed.length ? id(closed[0].day) : "none is closed"],
    ])}</div>
    <h2>Close a day</h2>
    ${order("Close the day", [field("Day", "day", openDay, { type: "date", needed: true }), ...who],
      ({ day, ...word }) => changed(decide(`/days/${segment(cpo)}/${segment(day)}/closing`, word), "The day is closed.", again),
      ({ day }) => `Close ${day} of ${cpo}, and the open days before it? They never change again: what is booked later gets the next day.`)}
    <h2>Closed days</h2>
    ${closed.length ? table("The newest first", [["Day"], ["Closed"], ["By"], ["Why"], ["Entries", "amount"]],
      closed.map((one) => [id(one.day), time(one.closedAt), one.by, one.reason, number(one.entries)])) : empty("None is closed.")}
    <h2>When days end</h2>
    ${order("Set", [field("Time zone", "timeZone", timeZone, { needed: true }), field("Days end at", "cutOff", cutOff.slice(0, 5), { type: "time", needed: true }), ...who],
      (calendar) => changed(put(`/days/${segment(cpo)}/calendar`, { ...calendar, version }), "It is set.", again),
      (calendar) => `Let the days of ${cpo} end at ${calendar.cutOff}, ${calendar.timeZone}, from now on?`)}`;
}

async function changed(done, words, again) {
  await done;
  say(words);
  again();
}
