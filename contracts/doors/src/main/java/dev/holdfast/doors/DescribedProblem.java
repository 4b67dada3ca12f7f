package dev.holdfast.doors;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What the OpenAPI document says of {@link Problems}. */
final class DescribedProblem {
  private static final String NAME = "Problem";
  private static final String VIOLATION = "Violation";

  private DescribedProblem() {}

  static APIResponse refusal(String description) {
    return OASFactory.createAPIResponse()
        .description(description)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/problem+json",
                    OASFactory.createMediaType().schema(reference(NAME))));
  }

  static void addTo(Components components) {
    components.addSchema(NAME, problem()).addSchema(VIOLATION, violation());
  }

  private static Schema problem() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description(
            "RFC 9457. type is absent, or about:blank, where the status says it all; refusals that"
                + " programs may tell apart have a URN.")
        .addProperty("type", text("urn:holdfast:problem:..."))
        .addProperty("status", whole("As in the first line of the answer"))
        .addProperty("title", text("What kind of refusal it is"))
        .addProperty("detail", text("What is wrong, where, and how to mend it"))
        .addProperty("instance", text("The path that was asked"))
        .addProperty("field", text("The parameter, header or field of the body that is to blame"))
        .addProperty("remedy", text("How to mend it"))
        .addProperty("retryAfter", whole("Seconds after which another try may end otherwise"))
        .addProperty("mostBytes", whole("How long a body may be, where one was too long"))
        .addProperty("violations", list(reference(VIOLATION), "All that is wrong with the request"))
        .addProperty(
            "reasons",
            list(
                text("In capitals"),
                "Everything that stands against it, where programs may tell it apart"))
        .addProperty("possible", list(text("In capitals"), "What could be done instead"))
        .addProperty(
            "newest",
            OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true))
                .description("What is there now, where another version was meant"))
        .required(List.of("status", "title", "detail", "field", "remedy"))
        .addExample(
            new TreeMap<>(
                Map.of(
                    "status", 400,
                    "title", "Bad Request",
                    "detail", "size: is 501; send a whole number from 1 to 500",
                    "field", "size",
                    "remedy", "send a whole number from 1 to 500")));
  }

  private static Schema violation() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .addProperty("field", text("The parameter, header or field of the body"))
        .addProperty("in", text("Where that is: path, query, header or body"))
        .addProperty("message", text("How it must be"))
        .required(List.of("field", "in", "message"));
  }

  private static Schema list(Schema items, String description) {
    return OASFactory.createSchema()
        .addType(SchemaType.ARRAY)
        .items(items)
        .description(description);
  }

  private static Schema whole(String description) {
    return OASFactory.createSchema().addType(SchemaType.INTEGER).description(description);
  }

  private static Schema reference(String name) {
    return OASFactory.createSchema().ref("#/components/schemas/" + name);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
  }
}
