/** What a person decides about a settlement that cannot go on by itself. */
import { decide, segment } from "../api.js";
import { choice, field, order } from "../form.js";
import { say } from "../ui.js";
import { words } from "../format.js";

const MEANING = {
  ACCEPT_FIRST: "accept the first: the other is void",
  ACCEPT_SECOND: "accept the second: the first is taken back",
  WRITE_OFF: "write off: nobody will pay the difference",
  RETRY: "retry: wait, or order, once more",
};
const CHANGED = 409;

const meaning = (name) => MEANING[name] ?? words(name);

/** A form for what is possible now; it asks once more before it does it, and shows anew what has changed meanwhile. */
export const resolution = ({ reference, version, possible }, again) =>
  order(
    "Decide",
    [
      choice("Decision", "resolution", "", possible.map((one) => [one, meaning(one)])),
      field("Who decides", "by", "", { needed: true }),
      field("Why", "reason", "", { needed: true }),
    ],
    async (asked) => {
      try {
        await decide(`/settlements/${segment(reference)}/resolution`, { ...asked, version });
        say("It is decided.");
      } catch (wrong) {
        if (wrong.status !== CHANGED) throw wrong;
        // What is said on the page would go when it is shown anew.
        alert(`${wrong.message}. Look at the payment as it is now before you decide again.`);
      }
      again();
    },
    (asked) => `Decide “${meaning(asked.resolution)}”? It is kept with the payment, and published.`,
  );
