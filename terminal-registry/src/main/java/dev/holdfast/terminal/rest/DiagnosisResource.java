package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.DiagnoseTerminal;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Why a terminal does not work, what to do, and who does it. */
@Path("/terminals")
class DiagnosisResource {
  private static final int LONGEST_SERIAL = 64;

  private final DiagnoseTerminal diagnoseTerminal;

  DiagnosisResource(DiagnoseTerminal diagnoseTerminal) {
    this.diagnoseTerminal = diagnoseTerminal;
  }

  @GET
  @Path("{serial}/diagnosis")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Twelve checks with evidence, remedy and who acts; any text is diagnosed",
      description =
          "Asks the vendor's clouds where they were not asked just now. With Accept: text/plain the"
              + " same for a person.")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = DiagnosisAnswer.class)),
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))
      })
  public Uni<DiagnosisAnswer> diagnoseTerminal(
      @PathParam("serial") @Size(min = 1, max = LONGEST_SERIAL) String serial) {
    return diagnoseTerminal.diagnose(serial).map(DiagnosisAnswer::of);
  }

  @GET
  @Path("{serial}/diagnosis")
  @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8;qs=0.5")
  @Operation(hidden = true)
  public Uni<String> text(@PathParam("serial") @Size(min = 1, max = LONGEST_SERIAL) String serial) {
    return diagnoseTerminal.diagnose(serial).map(DiagnosisText::of);
  }
}
