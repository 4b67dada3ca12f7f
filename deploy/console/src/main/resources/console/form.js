/** What a reader types, chooses and sends. */
import { html, nothing } from "./lib/lit-html/lit-html.js";
import { address } from "./api.js";
import { once, visit } from "./ui.js";

/** A field of a form. @param {{type?: string, example?: string, keys?: string, needed?: boolean, files?: string}} more */
export const field = (label, name, value, more = {}) => html`
  <label>${label}<input name=${name} .value=${value ?? ""} type=${more.type ?? "text"} accept=${more.files ?? nothing}
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

/** A form that leads to the same view with other questions. @param {string} view */
export const search = (view, ...fields) => html`
  <form class="sheet fields" role="search" @submit=${(event) => visit(address(view, entered(event)))}>
    ${fields}
    <div><button class="first">Show</button></div>
  </form>`;

/**
 * A form that has something done, once; what fails is said below it.
 * @param {string} label of its button
 * @param {unknown[]} fields
 * @param {(typed: Record<string, any>) => Promise<void>} does
 * @param {(typed: Record<string, any>) => string} [question] asked before, where it cannot be taken back
 */
export const order = (label, fields, does, question) => html`
  <form class="sheet fields" @submit=${(event) => send(event, does, question)}>
    ${fields}
    <div><button class="first">${label}</button></div>
  </form>`;

function send(event, does, question) {
  const form = event.target;
  const typed = entered(event);
  if (question && !confirm(question(typed))) return;
  once(form.querySelector("button"), form, () => does(typed));
}
