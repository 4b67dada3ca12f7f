package dev.holdfast.infrastructure;

import java.util.Map;

/** Apicurio's settings, as environment variables, that are the same embedded and in a container. */
final class RegistrySettings {
  static final String DATABASE = "schema_registry";

  private RegistrySettings() {}

  static Map<String, String> of(Database database) {
    return Map.of(
        "APICURIO_STORAGE_KIND", "sql",
        "APICURIO_STORAGE_SQL_KIND", "postgresql",
        "APICURIO_DATASOURCE_URL", database.jdbcUrl(),
        "APICURIO_DATASOURCE_USERNAME", database.user(),
        "APICURIO_DATASOURCE_PASSWORD", database.password(),
        // It would open 20 connections otherwise.
        "APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "2",
        "APICURIO_DATASOURCE_JDBC_MIN_SIZE", "2",
        "APICURIO_DATASOURCE_JDBC_MAX_SIZE", "10",
        // Else each connection that a restart of the database broke fails one request.
        "QUARKUS_DATASOURCE_POSTGRESQL_JDBC_VALIDATE_ON_BORROW", "true");
  }
}
