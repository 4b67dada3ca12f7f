package dev.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  /** Whoever generates code from the document feeds an Avro parser, in whatever language. */
  @ParameterizedTest
  @EnumSource(Topic.class)
  void everySchemaOfTheDocumentIsTheAvroThatIsRegistered(Topic topic) throws IOException {
    var schema =
        new YAMLMapper()
            .readTree(DOCUMENT.toFile())
            .at("/components/messages/" + topic.schema().getName() + "/payload/schema");

    assertThat(new Schema.Parser().parse(new ObjectMapper().writeValueAsString(schema)))
        .isEqualTo(topic.registered());
    assertThat(schema.toString()).doesNotContain("avro.java");
  }
}
