package dev.holdfast.samples.bad.sender;

import org.apache.kafka.clients.producer.Producer;

record SendsByItself(Producer<byte[], byte[]> producer) {}
