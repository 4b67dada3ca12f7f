/** What a person decides about a settlement that cannot go on by itself. */
import { decide, segment } from "../api.js";
import { choice, field, order } from "../form.js";
import { say } from "../ui.js";
import { money, words } from "../format.js";

const WORDS = {
  WRITE_OFF: "write off",
  REFUND: "nothing is due: what was taken goes back",
  RETRY: "retry: wait, or order, once more",
};
const CHANGED = 409;

/** What came first and what came second, in words: a person compares what each decision would cost. */
const sides = (one) =>
  one.payment
    ? ["leave it to the other payment", "bill it here as well"]
    : ["keep what came first", `accept session ${one.sessionId}${one.revision ? `, revision ${one.revision}` : ""}`];

/** Every decision that is possible now: its words, and what is sent for it. */
const decisions = ({ possible, contradictions = [], writeOff, captured: taken }) =>
  possible.flatMap((name) => {
    if (name === "WRITE_OFF") return [{ label: `${WORDS.WRITE_OFF} ${money(writeOff)}`, body: { resolution: name, ...about(writeOff) } }];
    if (name === "REFUND") return [{ label: WORDS.REFUND, body: { resolution: name, ...about(taken) } }];
    if (!name.startsWith("ACCEPT")) return [{ label: WORDS[name] ?? words(name), body: { resolution: name } }];
    return contradictions.filter((one) => !one.decided).flatMap((one) => accepting(name, one));
  });

function accepting(name, one) {
  const second = name === "ACCEPT_SECOND";
  const amount = second ? one.ifSecond : one.ifFirst;
  if (second && !amount) return [];
  const cost = amount ? `: the payment costs ${money(amount)}` : "";
  const label = `${one.number}. ${words(one.reason)}: ${sides(one)[second ? 1 : 0]}${cost}`;
  return [{ label, body: { resolution: name, contradiction: one.number, ...about(amount) } }];
}

/** An amount of nothing is not sent. */
const about = (amount) => (amount?.minorUnits ? { amount } : {});

/** A form for what is possible now; it asks once more before it does it, and shows anew what has changed meanwhile. */
export function resolution(settlement, again) {
  const { reference, version } = settlement;
  const all = decisions(settlement);
  return order(
    "Decide",
    [
      choice("Decision", "decision", "", all.map(({ label }, index) => [String(index), label])),
      field("Who decides", "by", "", { needed: true }),
      field("Why", "reason", "", { needed: true }),
    ],
    async ({ decision, ...asked }) => {
      try {
        await decide(`/settlements/${segment(reference)}/resolution`, { ...all[decision].body, ...asked, version });
        say("It is decided.");
      } catch (wrong) {
        if (wrong.status !== CHANGED) throw wrong;
        // What is said on the page would go when it is shown anew.
        alert(`${wrong.message}. Look at the payment as it is now before you decide again.`);
      }
      again();
    },
    ({ decision }) => `Decide “${all[decision].label}”? It is kept with the payment, and published.`,
  );
}
