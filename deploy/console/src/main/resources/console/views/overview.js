/** What happens now, and over the last day. */
import { html, render } from "../lib/lit-html/lit-html.js";
import { facts, trouble } from "../ui.js";
import { count, mark, money, number, percent, time, words } from "../format.js";
import { follow } from "../live.js";
import { bars } from "../chart.js";
import { read } from "./figures.js";
import { authorizations } from "./lists.js";

/** @param {import("../app.js").Where} where */
export async function overview({ signal }) {
  const part = () => document.createElement("div");
  const [tiles, charts, latest] = [part(), part(), part()];
  render(html`<figure><figcaption>Taps of each hour: approved, and declined on top</figcaption></figure>
    <figure><figcaption>Amounts of each hour: captured, and open on top</figcaption></figure>`, charts);
  charts.className = "charts";
  let draw = null;
  const shown = async () => {
    try {
      const figures = await read();
      if (signal.aborted) return;
      render(content(figures), tiles);
      render(authorizations("The latest taps", figures.taps, "Nobody has tapped a card yet. deploy/up prints an example to paste."), latest);
      draw ??= drawing(charts, figures, signal);
      draw(figures);
    } catch (wrong) {
      if (!signal.aborted) render(trouble(wrong, shown), tiles);
    }
  };
  const { mark: state } = follow(shown, signal);
  await shown();
  return html`${state}${tiles}<h2>The last 24 hours</h2>${charts}<h2>Now</h2>${latest}`;
}

const each = (sums) => {
  const all = Object.entries(sums).filter(([, value]) => value !== 0);
  return all.map(([currency, value]) => html`<div>${money({ minorUnits: value, currency })}</div>`);
};

const some = (sums) => (each(sums).length ? each(sums) : "0");

function content(figures) {
  const { outcomes } = figures;
  const tile = (name, value, kind = "") => html`<div><dt>${name}</dt><dd class=${kind} data-figure=${name}>${value}</dd></div>`;
  return html`
    <dl class="tiles">
      ${tile("Taps", count(figures.taps))}
      ${tile("Approval rate", percent(figures.approved, figures.approved + figures.declined))}
      ${tile("Open holds", html`${count(figures.holds.counted)}${each(figures.holds.sums)}${figures.holds.partly ? "of the newest" : ""}`)}
      ${tile("Captured", some(figures.sums.captured))}
      ${tile("Shortfall", some(figures.sums.shortfall), "warn")}
      ${tile("Over-commit won", html`${number(outcomes.OVER_COMMITTED ?? 0)}${each(figures.sums.aboveHold)}`)}
      ${tile("Hold only: no more was taken", number(outcomes.HOLD_ONLY ?? 0))}
      ${tile("Unknown outcomes", html`<a href="#/attention">${count(figures.unknown)}</a>`, figures.unknown.total ? "warn" : "")}
      ${tile("Attention", html`<a href="#/attention">${count(figures.attention)}</a>`, figures.attention.total ? "bad" : "")}
    </dl>
    <h2>Vendors</h2>
    <div class="sheet">${facts(figures.vendors.map((one) => [
      `${one.vendor} ${words(one.vendorEnvironment)}`,
      html`${mark(one.status)} since ${time(one.since)}${one.detail ? ` – ${one.detail}` : ""}`,
    ]))}</div>`;
}

function drawing(place, figures, signal) {
  const [taps, amounts] = place.querySelectorAll("figure");
  const { currency } = figures;
  const drawTaps = bars(taps, [{ label: "approved + declined", colour: "bad" }, { label: "approved", colour: "good" }], number, signal);
  const drawAmounts = bars(amounts, [{ label: `captured + open ${currency}`, colour: "warn" }, { label: `captured ${currency}`, colour: "link" }],
    (value) => money({ minorUnits: Math.round(value), currency }), signal);
  return ({ hours }) => {
    const seconds = hours.map((one) => one.from);
    drawTaps(seconds, [hours.map((one) => one.approved + one.declined), hours.map((one) => one.approved)]);
    drawAmounts(seconds, [hours.map((one) => one.captured + one.shortfall), hours.map((one) => one.captured)]);
  };
}
