package dev.holdfast.samples.bad.terminal.postgres;

import dev.holdfast.samples.bad.terminal.AskTheBank;

final class TakesAnAnswer {
  String[] rows(AskTheBank.Answer[] answers) {
    return new String[answers.length];
  }
}
