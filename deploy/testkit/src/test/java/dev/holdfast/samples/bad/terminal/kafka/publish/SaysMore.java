package dev.holdfast.samples.bad.terminal.kafka.publish;

import dev.holdfast.samples.bad.terminal.AskTheBank;

final class SaysMore {
  String word(AskTheBank.Answer answer) {
    return answer.text();
  }
}
