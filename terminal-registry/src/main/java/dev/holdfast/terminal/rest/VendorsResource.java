package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.core.VendorReport;
import dev.holdfast.terminal.postgres.VendorReports;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The vendors' clouds and how they are doing. */
@Path("/vendors")
class VendorsResource {
  private final VendorReports reports;

  VendorsResource(VendorReports reports) {
    this.reports = reports;
  }

  @GET
  @WithSession
  @Operation(summary = "The status of each vendor's clouds, as its status page says")
  public Uni<List<VendorReport>> list() {
    return reports.all();
  }
}
