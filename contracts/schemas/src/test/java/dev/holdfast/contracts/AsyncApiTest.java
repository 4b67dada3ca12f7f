package dev.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document shows what the code says; {@code -Dreadme=write} draws it anew. */
class AsyncApiTest {
  private static final Path DOCUMENT = Path.of("..", "asyncapi.yaml");

  @Test
  void theDocumentSaysWhatTopicsAndSchemasSay() throws IOException {
    if ("write".equals(System.getProperty("readme"))) {
      Files.writeString(DOCUMENT, AsyncApi.document());
      return;
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(AsyncApi.document());
  }
}
