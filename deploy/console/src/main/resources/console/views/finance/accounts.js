/** To which CPOs the accounts at gateways belong, and since when. */
import { html } from "../../lib/lit-html/lit-html.js";
import { decide, get, segment } from "../../api.js";
import { choice, field, order } from "../../form.js";
import { empty, onward, part, say, table, visit } from "../../ui.js";
import { time } from "../../format.js";

const PAGE = 50;
const VIEW = "/finance/accounts";

/** @param {import("../../app.js").Where} where */
export async function accounts({ asked }) {
  return part(() => list(asked));
}

async function list({ after }) {
  const { items, next } = await get("/accounts", { after, size: PAGE });
  const rows = items.flatMap(({ gateway, account, owners }) => owners.map((one) => [
    gateway, account, one.validFrom, one.cpoIds.join(", "), one.by, one.reason, time(one.decidedAt)]));
  return html`
    ${items.length === 0 ? empty("Nobody has said anything yet: a line may be of any CPO's payment.")
      : table("The last word first", [["Gateway"], ["Account"], ["From"], ["CPOs"], ["Who"], ["Why"], ["Said"]], rows)}
    <div class="acts">${onward({ view: VIEW, asked: { after }, next })}</div>
    <h2>Say whose an account is</h2>
    ${order("Say so", [
      choice("Gateway", "gateway", "ADYEN", [["ADYEN", "ADYEN"]]),
      field("Account as the report names it", "account", "", { needed: true }),
      field("From (UTC)", "validFrom", "", { type: "date", needed: true }),
      field("CPOs", "cpos", "", { needed: true, example: "NL-HLD, NL-NEW" }),
      field("Who", "by", "", { needed: true }),
      field("Why", "reason", "", { needed: true }),
    ], (typed) => decided(items, typed))}`;
}

/** On the version that the page shows: none is shown of an account of which nobody has said anything. */
async function decided(items, { gateway, account, cpos, ...said }) {
  const known = items.find((one) => one.gateway === gateway && one.account === account);
  const cpoIds = cpos.split(",").map((one) => one.trim()).filter((one) => one);
  await decide(`/accounts/${segment(gateway)}/${segment(account)}/owners`, { ...said, cpoIds, version: known?.version ?? 0 });
  say("It is said.");
  visit(VIEW);
}
