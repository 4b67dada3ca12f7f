package dev.holdfast.simulator.payter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A method and a path with {@code {variables}}, and what is done there.
 *
 * @param operation what faults and latency know it by; null where they never apply
 */
record Route(
    String method,
    List<String> segments,
    @Nullable Operation operation,
    Function<Call, Answer> work) {

  /** What can be disturbed from outside. */
  enum Operation {
    TERMINAL,
    START,
    CARD,
    AUTHORIZE,
    COMMIT,
    CANCEL,
    REFUND,
    STOP,
    SESSION,
    STATUS_PAGE,
    /** What the cloud sends by itself. */
    CALLBACK
  }

  static Route cloud(Operation operation, String method, String path, Function<Call, Answer> work) {
    return new Route(method, split("/{cloud}/terminals/{serial}" + path), operation, withKey(work));
  }

  static Route statusPage(String path, Function<Call, Answer> work) {
    return new Route("GET", split("/status" + path), Operation.STATUS_PAGE, work);
  }

  static Route control(String method, String path, Function<Call, Answer> work) {
    return new Route(method, split(path), null, work);
  }

  /** Each cloud has its own key, and takes no other. */
  private static Function<Call, Answer> withKey(Function<Call, Answer> work) {
    return call -> {
      Cloud cloud = call.place().cloud();
      String expected = "CPS apikey=\"" + cloud.apiKey() + "\"";
      if (call.header("Authorization").filter(expected::equals).isEmpty()) {
        throw new Refused(
            401,
            "WRONG_KEY",
            "The Authorization header has no key of the " + cloud.path() + " cloud.");
      }
      return work.apply(call);
    };
  }

  /** The path variables, when the path is of this route. */
  Optional<Map<String, String>> match(String path) {
    List<String> given = split(path);
    if (given.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      String segment = segments.get(i);
      if (segment.startsWith("{")) {
        variables.put(segment.substring(1, segment.length() - 1), given.get(i));
      } else if (!segment.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  private static List<String> split(String path) {
    return List.of(path.substring(1).split("/", -1));
  }
}
