package dev.holdfast.samples.bad.terminal.vendor;

import dev.holdfast.samples.bad.terminal.payter.PayterLine;

final class KnowsItsAdapter {
  String text(PayterLine line) {
    return line.text();
  }
}
