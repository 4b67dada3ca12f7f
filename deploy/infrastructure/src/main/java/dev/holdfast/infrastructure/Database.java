package dev.holdfast.infrastructure;

/** One database on the PostgreSQL server, with who may enter it. */
public record Database(String host, int port, String name, String user, String password) {

  /** Where JDBC finds it. */
  public String jdbcUrl() {
    return "jdbc:" + reactiveUrl();
  }

  /** Where the reactive PostgreSQL client finds it. */
  public String reactiveUrl() {
    return "postgresql://" + host + ":" + port + "/" + name;
  }

  Database named(String other) {
    return new Database(host, port, other, user, password);
  }

  /** Leaves the password out: a database is printed in messages and logs. */
  @Override
  public String toString() {
    return reactiveUrl() + " (user " + user + ")";
  }
}
