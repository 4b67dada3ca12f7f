package dev.holdfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentRulesTest {
  private static final String GOOD =
      """
      {"paths": {"/notes": {"get": {
         "operationId": "readNote", "summary": "A note",
         "responses": {"200": {"description": "OK", "content": {
           "application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}}}}}},
       "components": {"schemas": {"Note": {
         "type": "object", "properties": {"text": {"type": "string"}},
         "examples": [{"text": "tea"}]}}}}
      """;

  @Test
  void aWholeDocumentHasNoFaults() {
    assertThat(DocumentRules.faults(OpenApiDocument.of(GOOD))).isEmpty();
  }

  @Test
  void whatAStrangerWouldMissIsNamed() {
    without("\"operationId\": \"readNote\", ", "GET /notes has no operationId of its own: ");
    without("\"summary\": \"A note\",", "GET /notes has no summary");
    without("\"description\": \"OK\", ", "GET /notes answers 200, undescribed");
    without(
        ", \"examples\": [{\"text\": \"tea\"}]",
        "GET /notes answers 200 application/json without an example");
    without(
        ", \"properties\": {\"text\": {\"type\": \"string\"}}",
        "Note is an object of which nothing is said");
  }

  @Test
  void anAnswerOfAnyShapeIsNamed() {
    assertThat(faults("\"schema\": {\"$ref\": \"#/components/schemas/Note\"}", ""))
        .containsExactly(
            "Note is used nowhere", "GET /notes answers 200 application/json without a schema");
  }

  @Test
  void aSchemaOfNoUseIsNamed() {
    assertThat(faults("\"schemas\": {", "\"schemas\": {\"Line\": {\"type\": \"string\"}, "))
        .containsExactly("Line is used nowhere");
  }

  @Test
  void aNumberedNameIsNamed() {
    assertThat(faults("Note", "Note1"))
        .containsExactly("Note1 has the name of another schema, and a number");
  }

  @Test
  void anExampleThatDoesNotFitIsNamed() {
    assertThat(faults("[{\"text\"", "[{\"colour\""))
        .singleElement()
        .asString()
        .startsWith("the example of what GET /notes answers 200 application/json: ")
        .contains("colour");
  }

  private static void without(String text, String fault) {
    assertThat(faults(text, "")).as("without %s", text).containsExactly(fault);
  }

  private static List<String> faults(String text, String instead) {
    var document = GOOD.replaceAll("\\s*\n\\s*", " ");
    assertThat(document).contains(text);
    return DocumentRules.faults(OpenApiDocument.of(document.replace(text, instead)));
  }
}
