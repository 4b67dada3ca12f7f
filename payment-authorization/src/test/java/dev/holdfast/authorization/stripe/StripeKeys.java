package dev.holdfast.authorization.stripe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The double's idempotency keys: the first answer to each, whatever it was, and to what call. */
final class StripeKeys {
  private final Map<String, Answer> first = new ConcurrentHashMap<>();

  record Answer(String request, int status, String body, boolean replayed) {
    Answer again() {
      return new Answer(request, status, body, true);
    }
  }

  /** Does it, or answers as the first time. */
  Answer once(StripeCall call, Supplier<String> deed) {
    var key = call.key();
    if (key == null || !first.containsKey(key)) {
      return keep(call, deed);
    }
    var known = first.get(key);
    return known.request().equals(call.text())
        ? known.again()
        : refusal(call, StripeRefusal.ofKey());
  }

  /** As after a day. */
  void forget() {
    first.clear();
  }

  /** What was refused before anything began is not kept. */
  private Answer keep(StripeCall call, Supplier<String> deed) {
    try {
      return keep(call, new Answer(call.text(), 200, deed.get(), false));
    } catch (StripeRefusal refusal) {
      var answer = refusal(call, refusal);
      return refusal.executed ? keep(call, answer) : answer;
    }
  }

  private Answer keep(StripeCall call, Answer answer) {
    if (call.key() != null) {
      first.put(call.key(), answer);
    }
    return answer;
  }

  static Answer refusal(StripeCall call, StripeRefusal refusal) {
    return new Answer(call.text(), refusal.status, refusal.body().toString(), false);
  }
}
