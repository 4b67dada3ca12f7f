package dev.holdfast.benchmarks;

import dev.holdfast.benchmarks.counters.Reading;
import dev.holdfast.launcher.system.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What the counted payments of one build came to.
 *
 * @param moved how far the counters moved meanwhile
 */
record PaymentFigures(String build, Duration time, List<PaymentTimes> payments, Reading moved) {
  private static final List<String> PAYERS =
      Stream.concat(
              Arrays.stream(Service.values()).map(Service::title), Stream.of(Reading.POSTGRESQL))
          .toList();

  /** What is told even where it is nothing, or was not counted; their parts follow. */
  private static final List<String> WHOLE =
      List.of(
          Reading.COMMITS,
          Reading.INSERTED,
          Reading.UPDATED,
          Reading.DELETED,
          Reading.WAL_BYTES,
          Reading.WAL_RECORDS,
          Reading.STATEMENTS,
          Reading.ROUND_TRIPS,
          Reading.RECORDS,
          Reading.EXCEPTIONS);

  /** A line of the table: of a payment, or in milliseconds. */
  private record Figure(String what, OptionalDouble value) {}

  /** Processor time of services and database together for a payment, in milliseconds. */
  double cpuMillis() {
    return PAYERS.stream().mapToLong(payer -> moved.cpuMillis().getOrDefault(payer, 0L)).sum()
        / (double) Math.max(1, payments.size());
  }

  /** How long half of the taps took at most, without the gateway's time; in microseconds. */
  double median() {
    return percentile(payment -> payment.tap().added(), 0.5);
  }

  /**
   * The first build's figures, and beside them the second's and their ratio, where there is one.
   */
  static List<List<String>> rows(List<PaymentFigures> builds) {
    List<List<Figure>> all = builds.stream().map(PaymentFigures::figures).toList();
    var names = new LinkedHashSet<String>();
    all.forEach(figures -> figures.forEach(figure -> names.add(figure.what())));
    return names.stream()
        .map(name -> row(name, all.stream().map(figures -> find(figures, name)).toList()))
        .toList();
  }

  /** The header of {@link #rows}. */
  static List<String> header(List<PaymentFigures> builds) {
    return Stream.of(
            Stream.of("what"),
            builds.stream().map(PaymentFigures::build),
            builds.size() == 2 ? Stream.of("ratio") : Stream.<String>empty())
        .flatMap(cells -> cells)
        .toList();
  }

  private static List<String> row(String name, List<OptionalDouble> values) {
    List<String> cells = new ArrayList<>(List.of(name));
    values.forEach(value ->
        cells.add(
            value.isPresent()
                ? String.format(Locale.ROOT, "%.1f", value.getAsDouble())
                : "not counted"));
    if (values.size() == 2) {
      OptionalDouble first = values.getFirst();
      OptionalDouble second = values.getLast();
      cells.add(
          first.isPresent() && second.isPresent() && second.getAsDouble() != 0
              ? String.format(Locale.ROOT, "%.2f", first.getAsDouble() / second.getAsDouble())
              : "");
    }
    return cells;
  }

  private static OptionalDouble find(List<Figure> figures, String name) {
    return figures.stream()
        .filter(figure -> figure.what().equals(name))
        .map(Figure::value)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    add(figures, "payments counted", payments.size());
    add(figures, "payments a second", payments.size() / (time.toNanos() / 1e9));
    times(figures, "tap", payment -> payment.tap().total());
    times(figures, "tap without the gateway", payment -> payment.tap().added());
    times(figures, "session-closed to settlement", PaymentTimes::decided);
    times(figures, "session-closed to settled and booked", PaymentTimes::booked);
    add(figures, "CPU ms a payment: services and PostgreSQL", cpuMillis());
    moved
        .cpuMillis()
        .forEach((process, millis) ->
            add(figures, "CPU ms a payment: " + process, (double) millis / payments.size()));
    Stream.concat(WHOLE.stream(), moved.counts().keySet().stream())
        .distinct()
        .filter(what -> WHOLE.contains(what) || moved.counts().getOrDefault(what, 0L) != 0)
        .forEach(
            what -> figures.add(new Figure(aPayment(what), moved.each(what, payments.size()))));
    return figures;
  }

  private static String aPayment(String what) {
    int part = what.indexOf(": ");
    return part < 0
        ? what + " a payment"
        : what.substring(0, part) + " a payment" + what.substring(part);
  }

  private void times(List<Figure> figures, String what, ToLongFunction<PaymentTimes> micros) {
    add(figures, what + ", p50, ms", percentile(micros, 0.5) / 1e3);
    add(figures, what + ", p99, ms", percentile(micros, 0.99) / 1e3);
    add(figures, what + ", p99.9, ms", percentile(micros, 0.999) / 1e3);
  }

  private long percentile(ToLongFunction<PaymentTimes> micros, double share) {
    return TapFigures.percentile(payments.stream().mapToLong(micros).toArray(), share);
  }

  private static void add(List<Figure> figures, String what, double value) {
    figures.add(new Figure(what, OptionalDouble.of(value)));
  }
}
