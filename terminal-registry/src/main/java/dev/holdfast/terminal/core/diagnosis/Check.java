package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Reason.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question of a diagnosis.
 *
 * @param evidence what was seen, in a sentence
 * @param seenAt when that was seen, or since when it is so; null where there is no such time
 * @param remedy what to do; null where there is nothing to do
 */
public record Check(
    Question question,
    Outcome outcome,
    String evidence,
    @Nullable Instant seenAt,
    @Nullable Remedy remedy) {
  /** How a check ended. UNKNOWN says that nobody knows, and does not stop a terminal. */
  public enum Outcome {
    PASS,
    WARN,
    FAIL,
    UNKNOWN
  }

  /**
   * What to do, in a sentence that names the real values.
   *
   * @param whoActs null where it is for anybody
   */
  public record Remedy(@Nullable Actor whoActs, String sentence) {}

  static Check pass(Question question, String evidence, @Nullable Instant seenAt) {
    return new Check(question, Outcome.PASS, evidence, seenAt, null);
  }

  static Check warn(Question question, String evidence, @Nullable Instant seenAt, Remedy remedy) {
    return new Check(question, Outcome.WARN, evidence, seenAt, remedy);
  }

  static Check fail(Question question, String evidence, @Nullable Instant seenAt, Remedy remedy) {
    return new Check(question, Outcome.FAIL, evidence, seenAt, remedy);
  }

  static Check unknown(Question question, String evidence) {
    return unknown(question, evidence, null);
  }

  static Check unknown(Question question, String evidence, @Nullable Instant seenAt) {
    return new Check(question, Outcome.UNKNOWN, evidence, seenAt, null);
  }

  static Check unknown(
      Question question, String evidence, @Nullable Instant seenAt, Remedy remedy) {
    return new Check(question, Outcome.UNKNOWN, evidence, seenAt, remedy);
  }
}
