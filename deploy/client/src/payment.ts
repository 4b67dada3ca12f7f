/**
 * Plays one payment with the generated clients, from the terminal to the ledger, and compares the amounts:
 * node payment.js FRONT_DOOR SIMULATOR. The card is held to a simulated terminal, and the session's price is published
 * with deploy/publish: the charging platform says it on Kafka, not at a door.
 */
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { type Amount, doorsAt, good, refused, until } from "./doors.js";

const CPO = "NL-HLD";
const HOLD = euro(5000);
const PRICE = euro(2340);
const REST = euro(2660);

/** What is booked, by its cause: each entry debits as much as it credits. */
const BOOKED: Record<string, Amount> = {
  SESSION_BILLED: PRICE,
  CAPTURED: PRICE,
};

const [frontDoor, simulator] = process.argv.slice(2);
if (frontDoor === undefined || simulator === undefined) {
  console.error("Usage: node payment.js FRONT_DOOR SIMULATOR");
  process.exit(2);
}
const { registry, authorization, settlement } = doorsAt(frontDoor);
const wrong: string[] = [];

const serial = `P6826${Date.now().toString().slice(-9)}`;
const evseId = `NL*HLD*E${serial}`;

await simulate("PUT", "", { currency: "EUR" });
await install();
await simulate("POST", "/tap", { profile: "APPROVE_ALL" });
const reference = await placeHold();
publishPrice();
await look();
await meetAProblem();

if (wrong.length > 0) {
  console.error(`NOT as expected: ${wrong.join(", ")}`);
  process.exit(1);
}
console.log("The payment is as expected.");

/** Makes the terminal known, and adds it to a charger of a CPO with a contract; returns when it may take cards. */
async function install(): Promise<void> {
  const cpo = { params: { path: { cpoId: CPO } } };
  const terminal = { params: { path: { serial } } };
  if ((await registry.GET("/cpos/{cpoId}", cpo)).response.status === 404) {
    await good(registry.PUT("/cpos/{cpoId}", { ...cpo, body: { country: "NL" } }));
  }
  await good(
    registry.PUT("/cpos/{cpoId}/contracts/{environment}", {
      params: { path: { cpoId: CPO, environment: "ACCEPTANCE" }, header: { "If-Match": "*" } },
      body: { validFrom: "2026-01-01T00:00:00Z", agreedBy: "frame agreement 7" },
    }),
  );
  await good(
    registry.PUT("/terminals/{serial}", {
      ...terminal,
      body: { vendor: "PAYTER", country: "NL", currency: "EUR", hold: HOLD },
    }),
  );
  await good(
    registry.PUT("/terminals/{serial}/binding", {
      params: { path: { serial }, header: { "If-Match": "*" } },
      body: { chargerId: `CH-${serial}`, evseIds: [evseId], cpoId: CPO },
    }),
  );
  await until(
    `terminal ${serial} to be ready`,
    () => good(registry.GET("/terminals/{serial}", terminal)),
    (seen) => seen.readiness === "READY",
  );
  const listed = await good(registry.GET("/terminals", { params: { query: { q: serial } } }));
  expect("terminals listed", listed.items.map((one) => one.serial).join(), serial);
}

/** Asks for a hold until payment-authorization has heard of the terminal; the reference names the payment from then on. */
async function placeHold(): Promise<string> {
  // One key for all tries: an answer that is lost must not become a second hold.
  const key = randomUUID();
  const asked = await until(
    `a hold at ${serial}`,
    () =>
      authorization.POST("/authorizations", {
        params: { header: { "Idempotency-Key": key } },
        body: { terminalSerial: serial, evseId, waitSeconds: 10 },
      }),
    (answer) => answer.data !== undefined,
  );
  const held = await good(Promise.resolve(asked));
  expect("hold", held.status, "HELD");
  expectAmount("held", held.authorized, HOLD);
  return held.reference;
}

function publishPrice(): void {
  const closed = JSON.stringify({ reference, evseId, total: PRICE });
  execFileSync("deploy/publish", ["session-closed", closed], { stdio: "inherit" });
}

/** Reads the payment where each service shows it. */
async function look(): Promise<void> {
  const settled = await until(
    `${reference} to be settled`,
    async () =>
      (await settlement.GET("/settlements/{reference}", { params: { path: { reference } } })).data,
    (seen) => seen?.status === "SETTLED",
  );
  expect("outcome", settled?.outcome, "FULL");
  expectAmount("price", settled?.sessionTotal, PRICE);
  expectAmount("captured", settled?.captured, PRICE);
  expectAmount("released", settled?.released, REST);
  expectAmount("shortfall", settled?.shortfall, euro(0));

  const paid = await good(
    authorization.GET("/authorizations/{reference}", { params: { path: { reference } } }),
  );
  expect("authorization", paid.status, "CAPTURED");
  expectAmount("taken at the gateway", paid.captured, PRICE);
  expect("last four digits", paid.card?.lastFour?.length, 4);

  const entries = await journal();
  expect("entries", entries.length, Object.keys(BOOKED).length);
  for (const { cause, lines } of entries) {
    expectAmount(`${cause}, debit`, sum(lines, "DEBIT"), BOOKED[cause]);
    expectAmount(`${cause}, credit`, sum(lines, "CREDIT"), BOOKED[cause]);
  }
}

/** The entries of the payment. */
async function journal() {
  return (await good(settlement.GET("/journal", { params: { query: { reference } } }))).items;
}

/** A payment that nobody knows: what is answered says so, and what to do. */
async function meetAProblem(): Promise<void> {
  const problem = await refused(
    authorization.GET("/authorizations/{reference}", {
      params: { path: { reference: randomUUID() } },
    }),
  );
  expect("problem", problem.type, "urn:holdfast:problem:unknown-authorization");
  expect("its status", problem.status, 404);
  expect("its field", problem.field, "reference");
  console.log(`  its remedy: ${problem.remedy}`);
}

async function simulate(method: string, path: string, body: object): Promise<void> {
  const address = `${simulator}/simulator/clouds/test/terminals/${serial}${path}`;
  const answer = await fetch(address, { method, body: JSON.stringify(body) });
  if (!answer.ok) {
    throw new Error(`${method} ${address} answered ${answer.status}: ${await answer.text()}`);
  }
}

function sum(lines: { side: string; amount: Amount }[], side: string): Amount {
  const ofSide = lines.filter((line) => line.side === side);
  return euro(ofSide.reduce((total, line) => total + line.amount.minorUnits, 0));
}

function euro(minorUnits: number): Amount {
  return { minorUnits, currency: "EUR" };
}

function expectAmount(what: string, seen: Amount | null | undefined, expected?: Amount): void {
  expect(what, text(seen), text(expected));
}

function text(amount: Amount | null | undefined): string | undefined {
  return amount ? `${(amount.minorUnits / 100).toFixed(2)} ${amount.currency}` : undefined;
}

function expect<T>(what: string, seen: T | null | undefined, expected: T): void {
  console.log(`  ${what}: ${seen ?? "nothing"}`);
  if (seen !== expected) {
    wrong.push(`${what} is ${seen ?? "nothing"}, and should be ${expected}`);
  }
}
