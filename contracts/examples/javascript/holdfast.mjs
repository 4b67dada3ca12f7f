// What both examples need: where the broker and the registry are, and Avro in the Confluent wire format.
import {
  AvroDeserializer,
  AvroSerializer,
  SchemaRegistryClient,
  SerdeType,
} from "@confluentinc/schemaregistry";
import { Kafka, logLevel } from "kafkajs";

function setting(name) {
  const value = process.env[name];
  if (!value) {
    console.error(`${name} is not set; deploy/up prints the address to set it to`);
    process.exit(2);
  }
  return value;
}

const registry = new SchemaRegistryClient({ baseURLs: [setting("SCHEMA_REGISTRY_URL")] });

export const kafka = new Kafka({
  clientId: "holdfast-examples",
  brokers: setting("KAFKA_BOOTSTRAP_SERVERS").split(","),
  logLevel: logLevel.ERROR,
});

// The newest registered schema is what is written with; who publishes registers nothing by accident.
export const avro = {
  writer: new AvroSerializer(registry, SerdeType.VALUE, {
    useLatestVersion: true,
    autoRegisterSchemas: false,
  }),
  reader: new AvroDeserializer(registry, SerdeType.VALUE, {}),
};

// Moments are microseconds since 1970, UTC; a JavaScript number is exact until the year 2255.
export const micros = (date) => date.getTime() * 1000;
