package dev.holdfast.doors;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What the OpenAPI document says of {@link Problems}. */
final class DescribedProblem {
  static final String NAME = "Problem";

  private DescribedProblem() {}

  static APIResponse refusal(String description) {
    Schema reference = OASFactory.createSchema().ref("#/components/schemas/" + NAME);
    return OASFactory.createAPIResponse()
        .description(description)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/problem+json", OASFactory.createMediaType().schema(reference)));
  }

  static Schema schema() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description(
            "RFC 9457. type is absent, or about:blank, where the status says it all; refusals that"
                + " programs may tell apart have a URN.")
        .addProperty("type", text("urn:holdfast:problem:..."))
        .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("title", text("What kind of refusal it is"))
        .addProperty("detail", text("What is wrong, where, and how to mend it"))
        .addProperty("instance", text("The path that was asked"))
        .addProperty("field", text("The parameter, header or field of the body that is to blame"))
        .addProperty("remedy", text("How to mend it"))
        .addProperty(
            "retryAfter",
            OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .description("Seconds after which another try may end otherwise"))
        .required(List.of("status", "title", "detail", "field", "remedy"));
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
  }
}
