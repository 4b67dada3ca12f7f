package dev.holdfast.terminal.core;

/** Why a terminal may not take a card, in the order in which one looks for the cause. */
public enum Reason {
  VENDOR_DOWN("the vendor reports that its cloud for this environment is down", Actor.VENDOR),
  UNKNOWN_TO_VENDOR(
      "the vendor's cloud for this environment does not know the terminal, or never answered",
      Actor.VENDOR),
  WRONG_VENDOR_ENVIRONMENT("the terminal is only in the vendor's other cloud", Actor.VENDOR),
  NOT_ACTIVATED("the vendor has not activated it", Actor.VENDOR),
  NOT_CONFIGURED("the vendor has not configured it", Actor.VENDOR),
  NOT_BOUND_TO_CHARGER("it is not bound to a charger", Actor.CPO),
  CPO_NOT_CONTRACTED(
      "the charger's CPO has no contactless contract in force in this environment", Actor.PLATFORM),
  HOLD_ABOVE_LIMIT(
      "the hold is above the country's limit, or there is no hold and no known limit", Actor.CPO),
  CURRENCY_MISMATCH("the hold or the vendor's cloud has another currency", Actor.CPO),
  RETIRED("it was retired", Actor.CPO);

  private final String meaning;
  private final Actor whoActs;

  Reason(String meaning, Actor whoActs) {
    this.meaning = meaning;
    this.whoActs = whoActs;
  }

  /** When the reason holds, in words. */
  public String meaning() {
    return meaning;
  }

  /** Who can remove it. */
  public Actor whoActs() {
    return whoActs;
  }

  /** Who can remove a reason. */
  public enum Actor {
    CPO,
    PLATFORM,
    VENDOR,
    CHARGER_MANUFACTURER
  }
}
