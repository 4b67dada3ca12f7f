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

/** Why a terminal does not work, what to do, and who does it. */
@Path("/terminals/{serial}/diagnosis")
class DiagnosisResource {
  private static final int LONGEST_SERIAL = 64;

  private final DiagnoseTerminal diagnoseTerminal;

  DiagnosisResource(DiagnoseTerminal diagnoseTerminal) {
    this.diagnoseTerminal = diagnoseTerminal;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Twelve checks with evidence, remedy and who acts; any text is diagnosed",
      description =
          "Asks the vendor's clouds where they were not asked just now. With Accept: text/plain the"
              + " same for a person.")
  public Uni<DiagnosisAnswer> json(
      @PathParam("serial") @Size(min = 1, max = LONGEST_SERIAL) String serial) {
    return diagnoseTerminal.diagnose(serial).map(DiagnosisAnswer::of);
  }

  @GET
  @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8;qs=0.5")
  @Operation(hidden = true)
  public Uni<String> text(@PathParam("serial") @Size(min = 1, max = LONGEST_SERIAL) String serial) {
    return diagnoseTerminal.diagnose(serial).map(DiagnosisText::of);
  }
}
