package dev.holdfast.launcher;

import dev.holdfast.infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

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

  /** A connection of its own, for one who reads. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("socketTimeout", "300");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "holdfast-audit");
    return DriverManager.getConnection("jdbc:" + url, properties);
  }

  /** Leaves the password out: it is printed in messages. */
  @Override
  public String toString() {
    return url.replaceAll("\\?.*", "") + " (user " + user + ")";
  }
}
