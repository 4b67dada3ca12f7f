package dev.holdfast.scenarios;

/**
 * What a check of the diagnosis says must be done, and by whom.
 *
 * @param check its number; 0 where there is nothing to do
 * @param outcome PASS, WARN, FAIL or UNKNOWN
 */
record Advice(int check, String outcome, String whoActs, String remedy) {
  static final Advice NONE = new Advice(0, "", "-", "-");

  /** The check as a cell of the table. */
  String words() {
    return check == 0 ? "-" : check + " " + outcome;
  }
}
