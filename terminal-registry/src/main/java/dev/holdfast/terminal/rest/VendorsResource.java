package dev.holdfast.terminal.rest;

import static java.util.stream.Collectors.joining;

import dev.holdfast.terminal.ShowVendors;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The vendors' clouds and how they are doing. */
@Path("/vendors")
class VendorsResource {
  private final ShowVendors showVendors;

  VendorsResource(ShowVendors showVendors) {
    this.showVendors = showVendors;
  }

  @GET
  @Operation(summary = "The status of each vendor's clouds and their maintenance, as it says")
  public Uni<List<VendorReport>> list() {
    return showVendors.reports();
  }

  @GET
  @Path("{vendor}/{vendorEnvironment}")
  @Operation(summary = "The status of one cloud of a vendor and its maintenance, as it says")
  public Uni<VendorReport> get(
      @PathParam("vendor") String vendor,
      @PathParam("vendorEnvironment") String vendorEnvironment) {
    var wanted = oneOf(Vendor.values(), "vendor", vendor);
    var cloud = oneOf(VendorEnvironment.values(), "vendorEnvironment", vendorEnvironment);
    return showVendors.reports().map(all -> find(all, wanted, cloud));
  }

  private static VendorReport find(
      List<VendorReport> all, Vendor vendor, VendorEnvironment vendorEnvironment) {
    return all.stream()
        .filter(report -> report.vendor() == vendor)
        .filter(report -> report.vendorEnvironment() == vendorEnvironment)
        .findAny()
        .orElseThrow(() ->
            Problems.noReport(
                vendor + "/" + vendorEnvironment,
                all.stream()
                    .map(report -> report.vendor() + "/" + report.vendorEnvironment())
                    .toList()));
  }

  private static <E extends Enum<E>> E oneOf(E[] all, String field, String text) {
    return Arrays.stream(all)
        .filter(each -> each.name().equals(text))
        .findAny()
        .orElseThrow(() -> Problems.badField(field, "must be " + named(all)));
  }

  private static String named(Enum<?>[] all) {
    return Arrays.stream(all).map(Enum::name).collect(joining(" or "));
  }
}
