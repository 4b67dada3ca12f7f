package dev.holdfast.simulator.payter;

/** A request that is answered with an error: status, a code for programs, a sentence for people. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  Refused(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static Refused badInput(String message) {
    return new Refused(400, "BAD_INPUT", message);
  }

  static Refused notFound(String message) {
    return new Refused(404, "NOT_FOUND", message);
  }

  static Refused conflict(String code, String message) {
    return new Refused(409, code, message);
  }

  static Refused byBank(String code, String message) {
    return new Refused(402, code, message);
  }

  Refused withStatus(int newStatus) {
    return new Refused(newStatus, code, String.valueOf(getMessage()));
  }

  String code() {
    return code;
  }

  Answer answer() {
    return new Answer(status, new Body(code, String.valueOf(getMessage())));
  }

  private record Body(String code, String message) {}
}
