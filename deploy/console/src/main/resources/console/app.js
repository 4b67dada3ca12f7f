/** Which view is shown: its address is the part after the #, so that it can be shared. */
import { html, nothing, render } from "./lib/lit-html/lit-html.js";
import { say, show } from "./ui.js";
import { overview } from "./views/overview.js";
import { terminals } from "./views/terminals.js";
import { terminal } from "./views/terminal.js";
import { payments } from "./views/payments.js";
import { payment } from "./views/payment.js";
import { finance, financeTitle } from "./views/finance.js";
import { attention } from "./views/attention.js";

/**
 * What a view gets.
 * @typedef {{part: string, asked: Record<string, string>, signal: AbortSignal, again: () => void}} Where
 */

const MENU = [
  ["", "Overview"],
  ["terminals", "Terminals"],
  ["payments", "Payments"],
  ["finance", "Finance"],
  ["attention", "Attention"],
];

/** Name of the view, its title, and what shows it; with a part, the page of one thing. */
const VIEWS = {
  "": { title: () => "Overview", show: overview },
  terminals: { title: () => "Terminals", show: terminals },
  "terminals/": { title: (part) => `Terminal ${part}`, show: terminal },
  payments: { title: () => "Payments", show: payments },
  "payments/": { title: (part) => `Payment ${part}`, show: payment },
  finance: { title: financeTitle, show: finance },
  "finance/": { title: financeTitle, show: finance },
  attention: { title: () => "Attention", show: attention },
};

let leave = new AbortController();
const content = document.getElementById("content");

function address() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [name, ...rest] = path.split("/");
  const asked = Object.fromEntries(new URLSearchParams(query));
  return { name, part: decodeURIComponent(rest.join("/")), asked };
}

function menu(current) {
  const links = MENU.map(([name, words]) => html`
    <a href="#/${name}" aria-current=${name === current ? "page" : nothing}>${words}</a>`);
  render(html`${links}`, document.getElementById("views"));
}

function go(mayMove) {
  leave.abort();
  leave = new AbortController();
  const { name, part, asked } = address();
  const view = VIEWS[part ? `${name}/` : name];
  menu(name);
  const title = view ? view.title(part) : "Not found";
  document.title = `${title} – Holdfast`;
  const place = document.createElement("div");
  // What had the focus is gone: who works with keys goes on from the top of the view.
  const hadFocus = content.contains(document.activeElement);
  render(html`<h1>${title}</h1>${place}`, content);
  if (!mayMove && hadFocus) content.focus({ preventScroll: true });
  if (mayMove) {
    content.focus();
    scrollTo(0, 0);
    say(title);
  }
  if (!view) {
    render(html`<p class="empty">There is no such view. Choose one above.</p>`, place);
    return;
  }
  const where = { part, asked, signal: leave.signal, again: () => go(false) };
  show(place, () => view.show(where));
}

// The part after the # is the view's: to skip must not change it.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  content.focus();
});
addEventListener("hashchange", () => go(true));
content.replaceChildren();
go(false);
