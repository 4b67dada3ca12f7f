package dev.holdfast.faults;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What our journal has.
 *
 * @param receivable from the gateway, of each payment, in cents, without what it kept as a fee or
 *     has paid out
 * @param doubled causes that were booked twice with the same lines, of each payment that has one
 */
record Ledger(Map<String, Long> receivable, Map<String, String> doubled) {
  private static final Set<String> OF_THE_BANK =
      Set.of("GATEWAY_FEE", "PAID_OUT", "REPORTED", "EXCHANGED", "BANKED");

  /** Reads the journal as it is downloaded. */
  static Ledger read(String journalCsv) {
    List<Map<String, String>> lines = Csv.read(journalCsv);
    Map<String, Long> receivable = new HashMap<>();
    Map<String, List<String>> entries = new LinkedHashMap<>();
    for (Map<String, String> line : lines) {
      String reference = cell(line, "reference");
      String cause = cell(line, "cause");
      if (cell(line, "account").equals("RECEIVABLE_FROM_GATEWAY") && !OF_THE_BANK.contains(cause)) {
        receivable.merge(reference, signedCents(line), Long::sum);
      }
      String entry = reference + " " + cell(line, "entryId");
      entries
          .computeIfAbsent(entry, _ -> new ArrayList<>(List.of(reference, cause)))
          .add(
              cell(line, "account")
                  + cell(line, "side")
                  + cell(line, "amount")
                  + cell(line, "detail"));
    }
    return new Ledger(receivable, doubled(entries.values()));
  }

  private static Map<String, String> doubled(Collection<List<String>> entries) {
    Set<List<String>> seen = new HashSet<>();
    Map<String, String> doubled = new HashMap<>();
    for (List<String> entry : entries) {
      if (!seen.add(entry)) {
        doubled.put(entry.get(0), entry.get(1));
      }
    }
    return doubled;
  }

  private static long signedCents(Map<String, String> line) {
    long cents = new BigDecimal(cell(line, "amount")).movePointRight(2).longValueExact();
    return cell(line, "side").equals("DEBIT") ? cents : -cents;
  }

  private static String cell(Map<String, String> line, String name) {
    return line.getOrDefault(name, "");
  }
}
