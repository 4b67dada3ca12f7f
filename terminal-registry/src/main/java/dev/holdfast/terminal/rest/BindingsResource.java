package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.terminal.ShowBindings;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a terminal is and was. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/terminals")
class BindingsResource {
  private final ShowBindings showBindings;

  BindingsResource(ShowBindings showBindings) {
    this.showBindings = showBindings;
  }

  @GET
  @Path("{serial}/bindings")
  @Operation(summary = "The chargers that a terminal is and was on, the newest first")
  public Uni<Page<BindingAnswer>> listBindings(
      @Valid @BeanParam SerialPath path, @Valid @BeanParam Paging paging) {
    long before = Objects.requireNonNullElse(paging.after(Long::valueOf), Long.MAX_VALUE);
    return showBindings
        .list(path.serial(), before, paging.size() + 1)
        .map(found -> found.orElseThrow(() -> Refusals.noTerminal(path.serial()).toProblem()))
        .map(periods -> periods.stream().map(BindingAnswer::of).toList())
        .map(bindings -> page(bindings, paging))
        .chain(page -> paging.counted(page, () -> showBindings.count(path.serial())));
  }

  private static Page<BindingAnswer> page(List<BindingAnswer> bindings, Paging paging) {
    return Page.of(bindings, paging.size(), binding -> Long.toString(binding.version()));
  }
}
