// A charging platform closes a session: node publish-session-closed.mjs <reference> <minor units> <currency> [revision]
import { randomUUID } from "node:crypto";
import { avro, kafka, micros } from "./holdfast.mjs";

const TOPIC = "session-closed.v1";
const [reference, minorUnits, currency, revision = "1"] = process.argv.slice(2);
if (!reference || !/^\d+$/.test(minorUnits ?? "") || !/^[A-Z]{3}$/.test(currency ?? "")) {
  console.error("usage: node publish-session-closed.mjs <reference> <minor units> <currency> [revision]");
  process.exit(2);
}

const total = Number(minorUnits);
const tax = Math.floor((total * 21) / 121);
const now = new Date();
const closed = {
  reference,
  sessionId: `session-of-${reference}`,
  revision: Number(revision),
  evseId: "NL*ABC*E1",
  startedAt: micros(new Date(now.getTime() - 3_600_000)),
  stoppedAt: micros(now),
  energyWh: 41_000,
  total: { minorUnits: total, currency },
  taxes: [{ name: "VAT", ratePercent: "21.00", amount: { minorUnits: tax, currency } }],
  closedAt: micros(now),
};

// Idempotent, and acknowledged by all in-sync replicas: the platform tries again until this returns.
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
await producer.connect();
await producer.send({
  topic: TOPIC,
  acks: -1,
  messages: [
    {
      key: reference,
      value: await avro.writer.serialize(TOPIC, closed),
      headers: {
        ce_specversion: "1.0",
        ce_id: randomUUID(),
        ce_type: "dev.holdfast.events.SessionClosed",
        ce_source: "/charging-platform",
        ce_time: now.toISOString(),
        ce_subject: reference,
      },
    },
  ],
});
await producer.disconnect();
console.log(`published revision ${revision} of ${closed.sessionId}: ${minorUnits} ${currency}`);
