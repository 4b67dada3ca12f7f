package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.ShowBindings;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a terminal is and was. */
@Path("/terminals/{serial}/bindings")
class BindingsResource {
  private static final int PAGE = 50;

  private final ShowBindings showBindings;

  BindingsResource(ShowBindings showBindings) {
    this.showBindings = showBindings;
  }

  @GET
  @Operation(summary = "The chargers that a terminal is and was on, the newest first, 50 at a time")
  public Uni<PageAnswer<BindingAnswer>> list(
      @Valid @BeanParam SerialPath path,
      @QueryParam("after")
          @DefaultValue("")
          @Pattern(
              regexp = "[0-9]{0,18}",
              message = "must be the \"next\" of the page before, or be left out")
          String after) {
    long before = after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after);
    return showBindings
        .list(path.serial(), before, PAGE + 1)
        .map(found -> found.orElseThrow(() -> Problems.noTerminal(path.serial())))
        .map(page ->
            PageAnswer.of(
                page.periods().stream().map(BindingAnswer::of).toList(),
                PAGE,
                binding -> Long.toString(binding.version()),
                page.total()));
  }
}
