/** Changes as they happen: one stream of server-sent events a service, which reconnects by itself. */
import { html, render } from "./lib/lit-html/lit-html.js";
import { time } from "./format.js";

const AGAIN_MILLIS = 1000;
const MOST_OFTEN_MILLIS = 700;

/**
 * Watches a stream until the signal says stop. What was said while nobody listened is not
 * repeated, so `came` is called at each connection to read the lists anew.
 */
function watch({ path, event, came, heard, state, signal }) {
  let source = null;
  let timer;
  let lostSince = null;
  const stop = () => {
    clearTimeout(timer);
    source?.close();
    lostSince ??= new Date();
  };
  const open = () => {
    stop();
    state(lostSince);
    // A browser allows six connections to one address: only a tab that is seen has its two.
    if (document.hidden) return;
    source = new EventSource(path);
    source.onopen = () => {
      lostSince = null;
      state(null);
      came();
    };
    source.addEventListener(event, (change) => heard(JSON.parse(change.data)));
    source.onerror = () => {
      // A browser gives up for good when it is answered with an error, as a restart has it.
      stop();
      state(lostSince);
      timer = setTimeout(open, AGAIN_MILLIS);
    };
  };
  document.addEventListener("visibilitychange", open, { signal });
  signal.addEventListener("abort", stop);
  open();
}

/** At once, and then not again before the time is over; the last call is never lost. */
function atMostEvery(millis, does) {
  let running = false;
  let wanted = false;
  return async function turn() {
    wanted = true;
    if (running) return;
    running = true;
    while (wanted) {
      wanted = false;
      await does();
      await new Promise((over) => setTimeout(over, millis));
    }
    running = false;
  };
}

/**
 * Has something shown anew at each change of a payment, and after each reconnect.
 * @param {() => Promise<void>} shown
 * @param {AbortSignal} signal
 * @param {(said: {reference: string}) => boolean} concerns
 * @returns {{mark: HTMLElement, soon: () => void}} a mark that says since when it is not live, and what has it shown
 */
export function follow(shown, signal, concerns = () => true) {
  const mark = document.createElement("div");
  const lost = {};
  const soon = atMostEvery(MOST_OFTEN_MILLIS, async () => signal.aborted || shown());
  const tell = () => {
    const since = Object.values(lost).filter(Boolean);
    render(html`<p aria-live="polite">${since.length
      ? html`<span class="mark warn" data-live="no">reconnecting</span> since ${time(new Date(Math.min(...since)).toISOString())}`
      : html`<span class="mark good" data-live="yes">live</span>`}</p>`, mark);
  };
  for (const [name, event] of [["authorizations", "authorization"], ["settlements", "settlement"]]) {
    watch({
      path: `/${name}/stream`, event, signal, came: soon,
      heard: (said) => concerns(said) && soon(),
      state: (since) => {
        lost[name] = since;
        tell();
      },
    });
  }
  return { mark, soon };
}
