package dev.holdfast.local.audit;

import dev.holdfast.infrastructure.Database;

/**
 * Where a service's tables are, and who may read them.
 *
 * @param url {@code postgresql://host:port/database}, with the driver's parameters if any
 */
public record Login(String url, String user, String password) {

  /** The login of a database that was made here. */
  public static Login of(Database database) {
    return new Login(database.reactiveUrl(), database.user(), database.password());
  }

  String jdbcUrl() {
    return "jdbc:" + url;
  }

  /** Leaves the password out: it is printed in messages. */
  @Override
  public String toString() {
    return url.replaceAll("\\?.*", "") + " (user " + user + ")";
  }
}
