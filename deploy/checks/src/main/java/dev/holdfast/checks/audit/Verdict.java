package dev.holdfast.checks.audit;

import dev.holdfast.checks.audit.Difference.Kind;

/**
 * What came of a row.
 *
 * @param notOnTopic how many of its versions neither the topic nor the outbox has
 * @param notInTable the topic has it, or a later version of it, and the table has not
 * @param differs both have this version and say other things
 */
record Verdict(long notOnTopic, boolean notInTable, boolean differs) {
  static final Verdict GOOD = new Verdict(0, false, false);
  static final Verdict NO_ROW = new Verdict(0, true, false);

  boolean isGood() {
    return notOnTopic == 0 && !notInTable && !differs;
  }

  void count(Findings findings) {
    findings.count(Kind.NOT_ON_TOPIC, notOnTopic);
    findings.count(Kind.NOT_IN_TABLE, notInTable ? 1 : 0);
    findings.count(Kind.DIFFERING, differs ? 1 : 0);
  }
}
