/** What a person decides about a settlement that cannot go on by itself. */
import { html, render } from "../lib/lit-html/lit-html.js";
import { post, segment } from "../api.js";
import { choice, entered, field, say, trouble } from "../ui.js";
import { words } from "../format.js";

const MEANING = {
  ACCEPT_FIRST: "accept the first: the other is void",
  ACCEPT_SECOND: "accept the second: the first is taken back",
  WRITE_OFF: "write off: nobody will pay the difference",
  RETRY: "retry: wait, or order, once more",
};

/** A form for what is possible now; it asks once more before it does it. */
export const resolution = (settled, again) => html`
  <h2>Decide</h2>
  <form class="sheet fields" @submit=${(event) => resolve(event, settled.reference, again)}>
    ${choice("Decision", "resolution", "", settled.possible.map((one) => [one, MEANING[one] ?? words(one)]))}
    ${field("Who decides", "by", "", { needed: true })}
    ${field("Why", "reason", "", { needed: true })}
    <div><button class="first">Decide</button></div>
  </form>`;

async function resolve(event, reference, again) {
  const form = event.target;
  const asked = entered(event);
  if (!confirm(`Decide “${MEANING[asked.resolution] ?? words(asked.resolution)}”? It is kept with the payment, and published.`)) return;
  try {
    await post(`/settlements/${segment(reference)}/resolution`, { asked });
    say("It is decided.");
    again();
  } catch (wrong) {
    const place = document.createElement("div");
    form.after(place);
    render(trouble(wrong), place);
  }
}
