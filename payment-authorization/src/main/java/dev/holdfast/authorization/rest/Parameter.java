package dev.holdfast.authorization.rest;

import java.util.UUID;

/** Path parameters, checked. */
final class Parameter {
  private Parameter() {}

  /** A reference; what is none is answered 400. */
  static UUID reference(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException wrong) {
      throw Problems.badReference(text);
    }
  }
}
