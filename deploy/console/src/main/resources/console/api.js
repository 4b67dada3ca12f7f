/** What the front door answers; everything that goes wrong comes out as a Trouble. */

const PAGE = 500;
const MOST_PAGES = 40;

/** Something that did not work, in words for the reader. */
export class Trouble extends Error {
  /**
   * @param {string} title what did not work
   * @param {string} remedy what to do
   * @param {number} status of HTTP; 0 where nothing answered
   */
  constructor(title, remedy, status) {
    super(title);
    this.remedy = remedy;
    this.status = status;
  }
}

/**
 * Puts a path and what is asked for together; what is empty is left out.
 * @param {string} path
 * @param {Record<string, unknown>} asked
 */
export function address(path, asked = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined && value !== null && value !== "") query.append(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** A segment of a path. @param {string} text */
export const segment = (text) => encodeURIComponent(text);

async function send(path, how) {
  let answer;
  try {
    answer = await fetch(path, { ...how, headers: { Accept: "application/json", ...how.headers } });
  } catch {
    throw new Trouble("Nothing answers.", "Is deploy/up running? Look, then try again.", 0);
  }
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => ({}));
  const broken = problem.violations?.map((one) => `${one.field ?? ""} ${one.message ?? ""}`).join("; ");
  throw new Trouble(
    problem.title ?? `Refused with ${answer.status}`,
    broken || problem.detail || "Try again; if it stays so, look at the service's log.",
    answer.status,
  );
}

/** @param {string} path @param {Record<string, unknown>} [asked] */
export async function get(path, asked) {
  return (await send(address(path, asked), {})).json();
}

/** What is on all pages of a list. @param {string} path @param {Record<string, unknown>} [asked] */
export const every = async (path, asked) => (await pages(path, asked)).flat();

/** As every, page by page: what is on one page is of one moment. */
export async function pages(path, asked) {
  const found = [];
  let after;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await get(path, { ...asked, after, size: PAGE });
    found.push(items);
    if (!next) return found;
    after = next;
  }
  throw new Trouble("That is more than one page can show.", "Choose a shorter period, or one CPO.", 0);
}

/** As get, and null where there is none. */
export async function find(path, asked) {
  try {
    return await get(path, asked);
  } catch (trouble) {
    if (trouble.status === 404) return null;
    throw trouble;
  }
}

/** @param {string} path @param {{asked?: object, body?: BodyInit, type?: string, headers?: object}} [what] */
export const post = (path, what) => change("POST", path, what);

/** Has something done that a person decides: who and why go along. @param {string} path @param {object} body @param {object} [headers] */
export const decide = (path, body, headers) => post(path, { body: JSON.stringify(body), type: "application/json", headers });

/** @param {string} path @param {object} body */
export const put = (path, body) => change("PUT", path, { body: JSON.stringify(body), type: "application/json" });

async function change(method, path, what = {}) {
  const headers = { ...what.headers, ...(what.type ? { "Content-Type": what.type } : {}) };
  return (await send(address(path, what.asked), { method, body: what.body, headers })).json();
}

/** The text that the service makes for people. @param {string} path */
export async function text(path) {
  return (await send(path, { headers: { Accept: "text/plain" } })).text();
}
