/** The parts that all views are made of. */
import { html, nothing, render } from "./lib/lit-html/lit-html.js";

/** Says something to those who do not see the screen. @param {string} words */
export function say(words) {
  const place = document.getElementById("said");
  place.textContent = "";
  setTimeout(() => (place.textContent = words), 50);
}

/** What did not work, and what to do. */
export const trouble = (what, again) => html`
  <div class="trouble" role="alert">
    <p><strong>${what.message}</strong></p>
    <p>${what.remedy ?? "Load the page anew."}</p>
    ${again ? html`<button @click=${again}>Try again</button>` : nothing}
  </div>`;

/** Nothing is there, and what to do. */
export const empty = (words) => html`<p class="empty">${words}</p>`;

/**
 * Shows what a promise brings: loading, then content or trouble.
 * @param {Element} place
 * @param {() => Promise<unknown>} load
 */
export async function show(place, load) {
  const turn = (place.turn = (place.turn ?? 0) + 1);
  place.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => render(html`<p class="faint">Loading …</p>`, place), 300);
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

/** Names with their values. @param {[string, unknown][]} pairs */
export const facts = (pairs) => html`
  <dl class="facts">${pairs.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;

/** A field of a form. */
export const field = (label, name, value, more = {}) => html`
  <label>${label}<input name=${name} .value=${value ?? ""} type=${more.type ?? "text"}
    placeholder=${more.example ?? ""} inputmode=${more.keys ?? "text"} autocomplete="off" ?required=${more.needed}></label>`;

/** A choice of a form. @param {[string, string][]} choices value and words */
export const choice = (label, name, value, choices) => html`
  <label>${label}<select name=${name}>${choices.map(
    ([key, words]) => html`<option value=${key} ?selected=${key === (value ?? "")}>${words}</option>`,
  )}</select></label>`;

/** What is in a form, without what is empty. @param {SubmitEvent} event */
export function entered(event) {
  event.preventDefault();
  const all = [...new FormData(event.target)].map(([name, value]) => [name, typeof value === "string" ? value.trim() : value]);
  return Object.fromEntries(all.filter(([, value]) => value !== ""));
}

/** A button that cannot be pressed twice, and whose failure is said beside it. */
export const act = (label, does, kind = "") => html`<button class=${kind} @click=${(event) => press(event.currentTarget, does)}>${label}</button>`;

async function press(button, does) {
  button.disabled = true;
  try {
    await does();
  } catch (wrong) {
    const place = document.createElement("div");
    button.parentElement.after(place);
    render(trouble(wrong), place);
  }
  button.disabled = false;
}

/** Hands the reader a file. */
export function download(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Rows as CSV; a text that a spreadsheet would take for a formula is quoted with an apostrophe. */
export function csv(rows) {
  const cell = (value) => {
    const text = String(value ?? "");
    const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
