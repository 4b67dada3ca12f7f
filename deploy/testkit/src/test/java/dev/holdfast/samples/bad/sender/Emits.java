package dev.holdfast.samples.bad.sender;

import org.eclipse.microprofile.reactive.messaging.Emitter;

record Emits(Emitter<String> emitter) {}
