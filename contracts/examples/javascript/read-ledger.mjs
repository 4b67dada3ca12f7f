// Finance reads one payment's settlement and journal from their topics, and prints them as JSON once it is settled:
// node read-ledger.mjs <reference> [seconds]
import { randomUUID } from "node:crypto";
import { avro, kafka } from "./holdfast.mjs";

const SETTLEMENTS = "settlements.v1";
const JOURNAL = "journal.v1";
const [reference, seconds = "60"] = process.argv.slice(2);
if (!reference) {
  console.error("usage: node read-ledger.mjs <reference> [seconds]");
  process.exit(2);
}

// Two rules are all that de-duplication needs: of settlements the highest version, of entries the first of each id.
let settlement;
let finished = false;
const entries = new Map();

function keep(topic, record) {
  if (topic === SETTLEMENTS) {
    if (!settlement || record.version > settlement.version) {
      settlement = record;
    }
  } else if (!entries.has(record.entryId)) {
    entries.set(record.entryId, record);
  }
}

// Each entry balances by itself, whatever else has been read.
function balance(lines) {
  return lines.reduce(
    (sum, line) => sum + (line.side === "DEBIT" ? 1 : -1) * line.amount.minorUnits, 0);
}

// Settled, and the money that was taken has come to the ledger.
function isComplete() {
  const booked = [...entries.values()];
  return settlement?.status === "SETTLED"
    && (settlement.captured.minorUnits === 0 || booked.some((entry) => entry.cause === "CAPTURED"))
    && (settlement.shortfall.minorUnits === 0 || booked.some((entry) => entry.cause === "SHORTFALL"));
}

// A group of its own for this run: it reads all there is. A ledger keeps one name, and commits after it has stored.
const consumer = kafka.consumer({ groupId: `holdfast-example-${randomUUID()}` });
await consumer.connect();
await consumer.subscribe({ topics: [SETTLEMENTS, JOURNAL], fromBeginning: true });

const end = setTimeout(() => {
  const causes = [...entries.values()].map((entry) => entry.cause);
  console.error(`${reference} was not settled in ${seconds} s; seen: ${JSON.stringify({ settlement, causes })}`);
  process.exit(1);
}, Number(seconds) * 1000);

await consumer.run({
  eachMessage: async ({ topic, message }) => {
    if (message.key?.toString() !== reference || finished) {
      return;
    }
    keep(topic, await avro.reader.deserialize(topic, message.value));
    if (isComplete()) {
      finish();
    }
  },
});

function finish() {
  finished = true;
  clearTimeout(end);
  const journal = [...entries.values()].map((entry) => ({ ...entry, balance: balance(entry.lines) }));
  console.log(JSON.stringify({ settlement, journal }));
  // Not within the handler: the consumer waits for it to end.
  setImmediate(() => consumer.disconnect().then(() => process.exit(0)));
}
