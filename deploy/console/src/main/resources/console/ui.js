/** The parts that all views are made of. */
import { html, nothing, render } from "./lib/lit-html/lit-html.js";
import { address } from "./api.js";

/** Says something to those who do not see the screen. @param {string} words */
export function say(words) {
  const place = document.getElementById("said");
  place.textContent = "";
  setTimeout(() => (place.textContent = words), 50);
}

/** Goes to a view; where it is open already, shows it anew. @param {string} view */
export function visit(view) {
  if (location.hash === `#${view}`) dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = view;
}

/** What did not work, and what to do. */
export const trouble = (what, again) => html`
  <div class="trouble" role="alert">
    <p><strong>${what.message}</strong></p>
    <p>${what.remedy ?? "Load the page anew."}</p>
    ${again ? html`<button type="button" @click=${again}>Try again</button>` : nothing}
  </div>`;

/** Says below something what did not work there; null takes it away. */
export function below(anchor, wrong) {
  let place = anchor.nextElementSibling;
  if (!place?.classList.contains("told")) {
    place = document.createElement("div");
    place.className = "told";
    anchor.after(place);
  }
  render(wrong ? trouble(wrong) : nothing, place);
}

/** Nothing is there, and what to do. */
export const empty = (words) => html`<p class="empty">${words}</p>`;

/**
 * Shows what a promise brings: loading, then content or trouble. What is there stays until then.
 * @param {Element} place
 * @param {() => Promise<unknown>} load
 */
export async function show(place, load) {
  const turn = (place.turn = (place.turn ?? 0) + 1);
  place.setAttribute("aria-busy", "true");
  const slow = turn === 1 ? setTimeout(() => render(html`<p class="faint">Loading …</p>`, place), 300) : 0;
  let content;
  try {
    content = await load();
  } catch (wrong) {
    content = trouble(wrong, () => show(place, load));
  }
  clearTimeout(slow);
  if (turn !== place.turn) return;
  render(content, place);
  place.removeAttribute("aria-busy");
}

/** A part of a view that loads by itself, so that its form is there when it fails. */
export function part(load) {
  const place = document.createElement("div");
  show(place, load);
  return place;
}

/**
 * A table that scrolls by itself where the page is narrow.
 * @param {string} title
 * @param {[string, string?][]} heads heading and class
 * @param {unknown[][]} rows
 */
export const table = (title, heads, rows) => html`
  <div class="scroll" tabindex="0" role="region" aria-label=${title}>
    <table>
      <caption>${title}</caption>
      <thead><tr>${heads.map(([head, kind]) => html`<th scope="col" class=${kind ?? ""}>${head}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((cell, i) => html`<td class=${heads[i][1] ?? ""}>${cell}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;

/** Links to the page after and to the first one. @param {{view: string, asked: object, next?: string}} where */
export const onward = ({ view, asked, next }) => html`
    ${asked.after ? html`<a href=${`#${address(view, { ...asked, after: "" })}`}>Newest</a>` : nothing}
    ${next ? html`<a href=${`#${address(view, { ...asked, after: next })}`}>Older</a>` : nothing}`;

/** Names with their values. @param {[string, unknown][]} pairs @param {string} [kind] "short": two beside each other */
export const facts = (pairs, kind = "") => html`
  <dl class="facts ${kind}">${pairs.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;

/** A link to a file that the service makes, as the reader's spreadsheet wants it; the browser keeps it while it comes. */
export const file = (label, path, asked) => {
  const again = ({ currentTarget }) => {
    const manner = Object.fromEntries([...currentTarget.querySelectorAll("select")].map(({ name, value }) => [name, value]));
    currentTarget.querySelector("a").href = address(path, { ...asked, ...manner });
  };
  return html`<span class="file" @change=${again}>
    <a class="button" href=${address(path, asked)} download>${label}</a>
    <label>Separator <select name="separator"><option value="">comma</option><option value="SEMICOLON">semicolon</option><option value="TAB">tab</option></select></label>
    <label>Byte order mark <select name="byteOrderMark"><option value="">no</option><option value="true">yes</option></select></label>
  </span>`;
};

/** A button that cannot be pressed twice, and whose failure is said below it. */
export const act = (label, does, kind = "") => html`<button type="button" class=${kind}
  @click=${({ currentTarget: button }) => once(button, button.parentElement, does)}>${label}</button>`;

/** Does it unless it is being done; a button that were disabled meanwhile would lose the focus. */
export async function once(button, anchor, does) {
  if (button.ariaDisabled === "true") return;
  button.ariaDisabled = "true";
  below(anchor, null);
  try {
    await does();
  } catch (wrong) {
    below(anchor, wrong);
  }
  button.ariaDisabled = null;
}
