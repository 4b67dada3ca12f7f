/** What the gateways say that they moved and paid out, line by line against what is known here. */
import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { address, decide, get, post, segment } from "../../api.js";
import { choice, field, order } from "../../form.js";
import { empty, onward, part, say, table, visit } from "../../ui.js";
import { id, mark, money, number, time, words } from "../../format.js";
import { toPayment } from "../lists.js";

const GATEWAYS = ["PAYTER", "ADYEN", "STRIPE"];
const TO_LOOK_AT = ["BROKEN", "AMOUNT_DIFFERS", "MISSING_HERE", "OTHER", "DUPLICATE"];
const CHANGED = 409;
const PAGE = 20;
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

/** How far it is, while something is done with it. */
const far = ({ state, progress }) => progress
  ? html`${progress.step === state ? "" : `${words(progress.step)}: `}${number(progress.done)} of ${number(progress.total)} lines` : nothing;

async function list(asked) {
  const { items, next } = await get("/reports", { after: asked.after, size: PAGE });
  if (items.length === 0) return empty("None yet. Choose a file above.");
  return html`
    ${table("The newest first", [["Read"], ["Gateway"], ["State"], ["Covers"], ["Lines", "amount"], ["Results"]], items.map((one) => [
      html`<a href="#${view(one.reportId)}">${time(one.importedAt)}</a>`,
      one.gateway,
      html`${mark(one.state)} ${far(one)}`,
      one.coversFrom ? html`${time(one.coversFrom)} – ${time(one.coversTo)}` : "–",
      number(one.lines),
      results(one),
    ]))}
    <div class="acts">${onward({ view: "/finance/reports", asked, next })}</div>`;
}

/** One result, page by page; or, without one, the first lines of each that a person must look at. */
async function one(reportId, { result, after }) {
  const path = `/reports/${segment(reportId)}`;
  const ask = (which) => get(`${path}/lines`, { result: which, after, size: LINES });
  const wanted = result ? [result] : TO_LOOK_AT;
  const [{ report, sums }, ...found] = await Promise.all([get(`${path}/booking`), ...wanted.map(ask)]);
  const pages = (next) => onward({ view: view(reportId), asked: { result, after }, next });
  const more = (which, next) => html`<a href="#${address(view(reportId), { result: which, after: next })}">More of them</a>`;
  return html`
    <p>${report.gateway}${report.state === "READING" ? nothing : html`, ${number(report.lines)} lines: ${results(report)}`}</p>
    ${booking(report, sums)}
    ${report.state !== "READING" && found.every(({ items }) => items.length === 0) ? empty(result ? "No line came to this." : "Nothing to do: every line matched.") : nothing}
    ${found.map(({ items, next }, i) => items.length === 0 ? nothing : html`
      ${table(words(wanted[i]), HEADS, items.map(cells))}
      <div class="acts">${result ? pages(next) : next ? more(wanted[i], next) : nothing}</div>`)}`;
}

/** What is booked, or would be; and the way to it, or back. Of what is still being read nobody knows. */
function booking(report, sums) {
  const stands = html`<p>${mark(report.state)} ${far(report)} ${report.by ? html`by ${report.by}, ${time(report.decidedAt)}: ${report.reason}` : nothing}</p>`;
  if (report.state === "READING") return stands;
  const booked = report.state === "BOOKED";
  const who = [field("Who", "by", "", { needed: true }), field("Why", "reason", "", { needed: true })];
  const cpo = field("CPO of lines that belong to no payment", "cpo", "", { example: "that of the payments" });
  const [label, act, fields] = booked ? ["Book it back", "reversal", who] : ["Book it", "booking", [cpo, ...who]];
  return html`
    ${stands}
    ${sums.length === 0 ? empty("It calls for no entry.") : table(booked ? "What is booked" : "What would be booked", [["Cause"], ["Entries", "amount"], ["Sum", "amount"]], sums.map((sum) => [
      words(sum.cause), number(sum.entries), money(sum.amount)]))}
    ${order(label, fields, (typed) => decided(report, act, typed), () => `${label}?`)}`;
}

async function decided(report, act, typed) {
  try {
    await decide(`/reports/${segment(report.reportId)}/${act}`, { ...typed, version: report.version });
    say("It is done.");
  } catch (wrong) {
    if (wrong.status !== CHANGED) throw wrong;
    // What is said on the page would go when it is shown anew.
    alert(`${wrong.message}. ${wrong.remedy}`);
  }
  visit(view(report.reportId));
}

const HEADS = [["Line", "amount"], ["Kind"], ["What to do"], ["Gateway's reference"], ["Payment"], ["Amount", "amount"], ["Fee", "amount"], ["Payout"]];

const cells = (one) => [
  one.line === undefined || one.line === null ? "–" : number(one.line),
  one.kind ? words(one.kind) : "–",
  one.remedy ?? "",
  id(one.gatewayReference),
  one.reference ? toPayment(one.reference) : "–",
  money(one.amount),
  money(one.fee),
  [one.account, one.payout].filter(Boolean).join(" ") || "–",
];
