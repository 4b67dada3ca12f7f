/** One terminal: why it does not work, what to do, and who does it. */
import { html, nothing } from "../lib/lit-html/lit-html.js";
import { find, get, post, segment, text } from "../api.js";
import { act, empty, facts, say, table } from "../ui.js";
import { mark, money, time, words } from "../format.js";
import { authorizations } from "./lists.js";

/** @param {import("../app.js").Where} where */
export async function terminal({ part: serial, again }) {
  const path = `/terminals/${segment(serial)}`;
  const [known, diagnosis] = await Promise.all([find(path), get(`${path}/diagnosis`)]);
  const [bindings, payments] = await Promise.all([
    known ? get(`${path}/bindings`) : { items: [] },
    known ? get("/authorizations", { terminal: serial, size: 10 }) : { items: [] },
  ]);
  return html`
    ${verdict(diagnosis)}
    <div class="acts">
      ${known ? act("Check again", () => askVendor(path, again), "first") : act("Check again", async () => again(), "first")}
      ${act("Copy as text", () => copy(path))}
    </div>
    <h2>Checks</h2>
    <ol class="steps">${diagnosis.checks.map(check)}</ol>
    ${known ? settings(known) : nothing}
    <h2>Bindings</h2>
    ${history(bindings.items)}
    <h2>Last payments</h2>
    ${authorizations("The newest first", payments, "No payment has been tried here.")}`;
}

function verdict({ verdict: said, readiness, at }) {
  return html`
    <section class="sheet" aria-label="Verdict">
      <p>${mark(readiness)} <strong>${said.summary}</strong></p>
      ${said.remedy ? html`<p>${said.whoActs ? html`<strong>${words(said.whoActs)} acts:</strong> ` : nothing}${said.remedy}</p>` : nothing}
      <p class="faint">Diagnosed ${time(at)}</p>
    </section>`;
}

const check = (one) => html`
  <li class=${{ PASS: "good", FAIL: "bad", WARN: "warn" }[one.outcome] ?? ""}>
    <p>${mark(one.outcome)} <strong>${one.number}. ${one.title}</strong></p>
    <p>${one.evidence}</p>
    ${one.remedy ? html`<p>→ ${one.whoActs ? html`<strong>${words(one.whoActs)}:</strong> ` : nothing}${one.remedy}</p>` : nothing}
    ${one.seenAt ? html`<p class="faint">seen ${time(one.seenAt)}</p>` : nothing}
  </li>`;

const settings = (one) => html`
  <h2>Settings</h2>
  <div class="sheet">${facts([
    ["Vendor", `${one.vendor}${one.model ? ` ${one.model}` : ""}`],
    ["Charger", one.binding ? `${one.binding.chargerId}, EVSE ${one.binding.evseIds.join(", ")}` : "none"],
    ["CPO", one.binding?.cpoId ?? "none"],
    ["Hold", money(one.effective.hold)],
    ["Over-commit", one.effective.overCommit ? "allowed" : "not allowed"],
    ["Seen in the vendor's cloud", words(one.effective.vendorEnvironment ?? "none")],
    ["Changed", time(one.changedAt)],
  ], "short")}</div>`;

function history(items) {
  if (items.length === 0) return empty("It was never on a charger. Bind it with PUT /terminals/{serial}/binding.");
  return table(
    "The newest first",
    [["Charger"], ["EVSEs"], ["CPO"], ["From"], ["To"]],
    items.map((one) => [one.chargerId, one.evseIds.join(", "), one.cpoId, time(one.validFrom), one.validTo ? time(one.validTo) : "now"]),
  );
}

async function askVendor(path, again) {
  await post(`${path}/refresh`);
  say("The vendor was asked.");
  again();
}

async function copy(path) {
  await navigator.clipboard.writeText(await text(`${path}/diagnosis`));
  say("Copied. Paste it into the message to who must act.");
}
