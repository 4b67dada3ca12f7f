/** The services' doors, as their OpenAPI documents describe them, behind one address. */
import createClient from "openapi-fetch";
import type * as authorization from "../target/generated/payment-authorization.js";
import type * as registry from "../target/generated/terminal-registry.js";
import type * as settlement from "../target/generated/session-settlement.js";

export type Problem = registry.components["schemas"]["Problem"];
export type Amount = registry.components["schemas"]["Amount"];

export function doorsAt(baseUrl: string) {
  return {
    registry: createClient<registry.paths>({ baseUrl }),
    authorization: createClient<authorization.paths>({ baseUrl }),
    settlement: createClient<settlement.paths>({ baseUrl }),
  };
}

/** What a door answers: what was asked for, or a problem. */
interface Answer<T> {
  data?: T;
  error?: Problem;
  response: Response;
}

/** What was asked for; a problem is thrown in its own words. */
export async function good<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (data === undefined) {
    throw new Error(`${response.url} answered ${response.status}: ${error?.detail ?? "nothing"}`);
  }
  return data;
}

/** The problem that must be met. */
export async function refused(asked: Promise<Answer<unknown>>): Promise<Problem> {
  const { error, response } = await asked;
  if (error === undefined) {
    throw new Error(`${response.url} answered ${response.status}, and no problem`);
  }
  return error;
}

/** Asks again until the answer is as wanted: what one service says takes a moment to reach the next. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  wanted: (seen: T) => boolean,
): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const seen = await ask();
    if (wanted(seen)) {
      return seen;
    }
    if (Date.now() > end) {
      throw new Error(`Waited a minute for ${what}; the last answer was ${JSON.stringify(seen)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
