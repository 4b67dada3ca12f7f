/** Changes as they happen: one stream of server-sent events a service, which reconnects by itself. */

const AGAIN_MILLIS = 1000;

/**
 * Watches a stream until the signal says stop. What was said while nobody listened is not
 * repeated, so `came` is called at each connection to read the lists anew.
 * @param {{path: string, event: string, came: () => void, heard: (said: any) => void,
 *   state: (lostSince: Date|null) => void, signal: AbortSignal}} what
 */
export function watch(what) {
  let source;
  let timer;
  let lostSince = null;
  const open = () => {
    source = new EventSource(what.path);
    source.onopen = () => {
      lostSince = null;
      what.state(null);
      what.came();
    };
    source.addEventListener(what.event, (event) => what.heard(JSON.parse(event.data)));
    source.onerror = () => {
      lostSince ??= new Date();
      what.state(lostSince);
      // A browser gives up for good when it is answered with an error, as a restart has it.
      source.close();
      timer = setTimeout(open, AGAIN_MILLIS);
    };
  };
  what.signal.addEventListener("abort", () => {
    clearTimeout(timer);
    source.close();
  });
  open();
}
