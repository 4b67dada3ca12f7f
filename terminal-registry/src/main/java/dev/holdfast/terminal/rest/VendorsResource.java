package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.terminal.ShowVendors;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The vendors' clouds and how they are doing. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/vendors")
class VendorsResource {
  private final ShowVendors showVendors;

  VendorsResource(ShowVendors showVendors) {
    this.showVendors = showVendors;
  }

  @GET
  @Operation(summary = "The status of each vendor's clouds and their maintenance, as it says")
  public Uni<Page<VendorAnswer>> listVendorReports() {
    return showVendors
        .reports()
        .map(all -> all.stream().map(VendorAnswer::of).toList())
        .map(Page::whole);
  }

  @GET
  @Path("{vendor}/{vendorEnvironment}")
  @Operation(summary = "The status of one cloud of a vendor and its maintenance, as it says")
  public Uni<VendorAnswer> getVendorReport(
      @PathParam("vendor") Vendor vendor,
      @PathParam("vendorEnvironment") VendorEnvironment vendorEnvironment) {
    return showVendors.reports().map(all -> VendorAnswer.of(find(all, vendor, vendorEnvironment)));
  }

  private static VendorReport find(
      List<VendorReport> all, Vendor vendor, VendorEnvironment vendorEnvironment) {
    return all.stream()
        .filter(report -> report.vendor() == vendor)
        .filter(report -> report.vendorEnvironment() == vendorEnvironment)
        .findAny()
        .orElseThrow(() ->
            Refusals.noReport(
                vendor + "/" + vendorEnvironment,
                all.stream()
                    .map(report -> report.vendor() + "/" + report.vendorEnvironment())
                    .toList()));
  }
}
