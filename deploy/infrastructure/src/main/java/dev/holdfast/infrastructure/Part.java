package dev.holdfast.infrastructure;

/** One of the three programs that Holdfast stands on. */
public enum Part {
  BROKER("broker"),
  DATABASE("database"),
  SCHEMA_REGISTRY("schema registry");

  private final String words;

  Part(String words) {
    this.words = words;
  }

  /** Its name in messages. */
  public String words() {
    return words;
  }
}
