package dev.holdfast.text;

import java.util.regex.Pattern;

/** The characters of a text that cannot be kept, or would forge a line where it is shown. */
public final class Characters {
  /** The one character that PostgreSQL keeps in no text. */
  public static final char NUL = '\0';

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private Characters() {}

  /** Does the text hold U+0000? */
  public static boolean hasNul(String text) {
    return text.indexOf(NUL) >= 0;
  }

  /** The text with each control character, a line break too, replaced by U+FFFD. */
  public static String printable(String text) {
    return CONTROL.matcher(text).replaceAll("\ufffd");
  }
}
