/** What a person must look at: payments that cannot go on by themselves, and outcomes that nobody knows. */
import { html } from "../lib/lit-html/lit-html.js";
import { get } from "../api.js";
import { authorizations, settlements, toPayment } from "./lists.js";
import { resolution } from "./resolution.js";

/** @param {import("../app.js").Where} where */
export async function attention({ again }) {
  const [stopped, unknown, expiring, unsettled] = await Promise.all([
    get("/authorizations", { attention: true }),
    get("/authorizations", { unknown: true }),
    get("/authorizations", { expiring: true }),
    get("/settlements", { status: "ATTENTION" }),
  ]);
  return html`
    <p>Open a payment to see what happened, step by step.</p>
    <h2>Holds that need a person</h2>
    ${authorizations("Holds that need a person", stopped, "None: nothing to do.")}
    <h2>Settlements that need a person</h2>
    ${settlements("Settlements that need a person", unsettled, "None: nothing to do.")}
    ${unsettled.items.map((one) => decision(one, again))}
    <h2>Unknown outcomes</h2>
    ${authorizations("Unknown outcomes: they are looked up at the gateway by themselves", unknown, "None: every call to a gateway is answered.")}
    <h2>Holds that end soon</h2>
    ${authorizations("Holds that end soon without a session", expiring, "None.")}`;
}

const decision = (one, again) =>
  one.possible.length
    ? html`<details><summary>Decide about …${one.reference.slice(-12)}</summary>${resolution(one, again)}</details>`
    : html`<p class="faint">${toPayment(one.reference)}: nothing can be decided here; a correction from the charging platform mends it.</p>`;
