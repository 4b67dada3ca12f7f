package dev.holdfast.samples.bad.rest;

import org.eclipse.microprofile.reactive.messaging.Incoming;

final class ReadsATopic {
  @Incoming("terminals")
  void receive(String text) {}
}
