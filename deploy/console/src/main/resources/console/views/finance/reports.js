/** What the gateways say that they moved and paid out, line by line against what is known here. */
import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { address, get, post, segment } from "../../api.js";
import { choice, field, order } from "../../form.js";
import { empty, pager, part, table, visit } from "../../ui.js";
import { id, mark, money, number, time, words } from "../../format.js";
import { toPayment } from "../lists.js";

const GATEWAYS = ["PAYTER", "ADYEN", "STRIPE"];
const TO_LOOK_AT = ["BROKEN", "AMOUNT_DIFFERS", "MISSING_HERE", "MISSING_THERE", "DUPLICATE"];
const PAGE = 20;
const MOST_REPORTS = 100;
const LINES = 50;

const view = (reportId) => `/finance/reports/${segment(reportId)}`;

/** @param {import("../../app.js").Where} where */
export async function reports({ part: reportId, asked }) {
  return html`
    <h2>Read a settlement report</h2>
    ${order("Read it", [
      choice("Gateway", "gateway", "", GATEWAYS.map((one) => [one, one])),
      field("Report as the gateway gives it (CSV)", "file", "", { type: "file", files: ".csv,text/csv", needed: true }),
    ], read)}
    ${reportId ? html`<h2>What its lines came to</h2>${part(() => one(reportId, asked))}` : nothing}
    <h2>Reports that were read</h2>
    ${part(() => list(reportId ? {} : asked))}`;
}

/** The same file again changes nothing: it leads to the same report. */
async function read({ gateway, file }) {
  const report = await post("/reports", { asked: { gateway }, body: file, type: "text/csv" });
  visit(view(report.reportId));
}

const results = ({ reportId, results: counts }) => Object.entries(counts).filter(([, count]) => count > 0).map(([result, count]) => html`
  <a class="tally" href="#${address(view(reportId), { result })}">${mark(result)} ${number(count)}</a> `);

async function list(asked) {
  const page = Number(asked.page ?? 0);
  const items = await get("/reports", { page, size: PAGE });
  if (items.length === 0) return empty("None yet. Choose a file above.");
  return html`
    ${table("The newest first", [["Read"], ["Gateway"], ["Covers"], ["Lines", "amount"], ["Results"]], items.map((one) => [
      html`<a href="#${view(one.reportId)}">${time(one.importedAt)}</a>`,
      one.gateway,
      one.coversFrom ? html`${time(one.coversFrom)} – ${time(one.coversTo)}` : "–",
      number(one.lines),
      results(one),
    ]))}
    <div class="acts">${pager({ view: "/finance/reports", asked, page, more: items.length === PAGE })}</div>`;
}

/** One result, page by page; or, without one, the first lines of each that a person must look at. */
async function one(reportId, { result, page: turned }) {
  const page = Number(turned ?? 0);
  const ask = (which) => get(`/reports/${segment(reportId)}/lines`, { result: which, page, size: LINES });
  const wanted = result ? [result] : TO_LOOK_AT;
  const [known, ...found] = await Promise.all([get("/reports", { size: MOST_REPORTS }), ...wanted.map(ask)]);
  const report = known.find((one) => one.reportId === reportId);
  const pages = (lines) => pager({ view: view(reportId), asked: { result }, page, more: lines.length === LINES });
  const more = (which) => html`<a href="#${address(view(reportId), { result: which, page: 1 })}">More of them</a>`;
  return html`
    ${report ? html`<p>${report.gateway}, ${number(report.lines)} lines: ${results(report)}</p>` : nothing}
    ${found.every((lines) => lines.length === 0) ? empty(result ? "No line came to this." : "Nothing to do: every line matched.") : nothing}
    ${found.map((lines, i) => lines.length === 0 ? nothing : html`
      ${table(words(wanted[i]), HEADS, lines.map(cells))}
      <div class="acts">${result ? pages(lines) : lines.length === LINES ? more(wanted[i]) : nothing}</div>`)}`;
}

const HEADS = [["Line", "amount"], ["What to do"], ["Gateway's reference"], ["Payment"], ["Amount", "amount"], ["Fee", "amount"], ["Payout"]];

const cells = (one) => [
  one.line === undefined || one.line === null ? "–" : number(one.line),
  one.remedy ?? "",
  id(one.gatewayReference),
  one.reference ? toPayment(one.reference) : "–",
  money(one.amount),
  money(one.fee),
  one.payout ?? "–",
];
