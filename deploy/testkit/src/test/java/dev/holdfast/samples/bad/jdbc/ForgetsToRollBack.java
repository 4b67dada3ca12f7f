package dev.holdfast.samples.bad.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

record ForgetsToRollBack(DataSource database) {
  void run(Runnable work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      work.run();
      connection.commit();
    }
  }
}
