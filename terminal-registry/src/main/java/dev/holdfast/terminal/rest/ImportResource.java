package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.ImportTerminals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Many terminals at once. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/terminals/import")
class ImportResource {
  private static final String CSV = "text/csv";
  private static final String EXAMPLE =
      """
      serial,vendor,model,country,currency,charger_id,evse_ids,cpo_id
      P6820211200171,PAYTER,P68,NL,EUR,CH-1,NL*ABC*E1*1 NL*ABC*E1*2,NL-ABC
      """;

  private final ImportTerminals importTerminals;
  private final CheckRow checkRow;
  private final Vertx vertx;

  ImportResource(ImportTerminals importTerminals, CheckRow checkRow, Vertx vertx) {
    this.importTerminals = importTerminals;
    this.checkRow = checkRow;
    this.vertx = vertx;
  }

  /** A large file takes seconds to read: not on the thread that everybody shares. */
  @POST
  @Consumes(CSV)
  @Operation(
      summary = "Register, change and bind the terminals of a CSV file; each line is answered",
      description =
          "Each line as PUT /terminals/{serial} and, where it names a charger, PUT .../binding. A"
              + " line that is refused does not stop the others, and a repetition changes nothing.")
  public Uni<ImportAnswer> importTerminals(
      @RequestBody(
              content =
                  @Content(
                      mediaType = CSV,
                      schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE)))
          byte[] file) {
    return vertx
        .executeBlocking(() -> ImportFile.read(file, checkRow), false)
        .chain(read ->
            importTerminals
                .load(read.lines())
                .map(verdicts -> ImportAnswer.of(read.flawed(), verdicts)));
  }
}
