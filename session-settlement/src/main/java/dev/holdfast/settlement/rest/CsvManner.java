package dev.holdfast.settlement.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How a file is written: spreadsheets of some countries open no other. */
record CsvManner(
    @QueryParam("separator")
        @DefaultValue("COMMA")
        @Parameter(description = "What stands between the cells")
        Separator separator,
    @QueryParam("byteOrderMark")
        @DefaultValue("false")
        @Parameter(
            description =
                "Whether the file begins with the byte order mark of UTF-8, by which some"
                    + " spreadsheets know the encoding")
        boolean byteOrderMark) {
  /** What stands between the cells of a line. */
  enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    private final char sign;

    Separator(char sign) {
      this.sign = sign;
    }
  }

  /** Between two cells. */
  char sign() {
    return separator.sign;
  }

  /** Before the header. */
  String beginning() {
    return byteOrderMark ? "\uFEFF" : "";
  }
}
