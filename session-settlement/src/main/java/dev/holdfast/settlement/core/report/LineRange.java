package dev.holdfast.settlement.core.report;

import java.util.List;
import java.util.stream.IntStream;

/** Some lines of a file: no statement may take as long as a large file needs. */
public record LineRange(int after, int upTo) {
  private static final int LENGTH = 1_000;

  /** All lines of a file, by its last one. */
  public static List<LineRange> of(int lastLine) {
    return IntStream.iterate(0, after -> after < lastLine, after -> after + LENGTH)
        .mapToObj(after -> new LineRange(after, Math.min(lastLine, after + LENGTH)))
        .toList();
  }
}
