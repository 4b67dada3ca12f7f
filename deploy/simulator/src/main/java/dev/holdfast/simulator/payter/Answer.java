package dev.holdfast.simulator.payter;

import org.jspecify.annotations.Nullable;

/** An HTTP answer; the body is written as JSON, null is an empty one. */
record Answer(int status, @Nullable Object body) {
  static Answer ok(Object body) {
    return new Answer(200, body);
  }

  static Answer nothing() {
    return new Answer(204, null);
  }
}
