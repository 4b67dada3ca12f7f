package dev.holdfast.simulator.payter;

import java.util.Arrays;
import java.util.List;

/** What is held to a terminal: only a contactless card has a bank behind it. */
enum Medium {
  CONTACTLESS,
  /** A code on paper or on a display. */
  QR_CODE,
  /** An RFID card of a charging network. */
  PROPRIETARY;

  /**
   * May a start that names these payment methods read it? One that names none reads all. What no
   * other medium is called by is taken to mean bank cards, as their name is not known.
   */
  boolean isAmong(List<String> methods) {
    return methods.isEmpty()
        || switch (this) {
          case CONTACTLESS -> !methods.stream().allMatch(Medium::isOther);
          case QR_CODE, PROPRIETARY -> methods.contains(name());
        };
  }

  private static boolean isOther(String method) {
    return Arrays.stream(values())
        .filter(medium -> medium != CONTACTLESS)
        .anyMatch(medium -> medium.name().equals(method));
  }
}
