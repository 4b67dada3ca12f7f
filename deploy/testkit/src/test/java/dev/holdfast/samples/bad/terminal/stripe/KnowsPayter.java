package dev.holdfast.samples.bad.terminal.stripe;

import dev.holdfast.samples.bad.terminal.payter.PayterLine;

final class KnowsPayter {
  String text(PayterLine line) {
    return line.text();
  }
}
