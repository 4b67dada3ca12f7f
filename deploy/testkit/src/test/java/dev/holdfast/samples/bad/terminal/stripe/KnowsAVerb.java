package dev.holdfast.samples.bad.terminal.stripe;

import dev.holdfast.samples.bad.terminal.AskTheBank;

final class KnowsAVerb {
  String text(AskTheBank.Answer answer) {
    return answer.text();
  }
}
