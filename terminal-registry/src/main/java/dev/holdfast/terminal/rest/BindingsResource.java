package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.postgres.Bindings;
import dev.holdfast.terminal.postgres.Bindings.Dated;
import dev.holdfast.terminal.postgres.Terminals;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where a terminal is and was. */
@Path("/terminals/{serial}/bindings")
class BindingsResource {
  private static final int PAGE = 50;

  private final Terminals terminals;
  private final Bindings bindings;

  BindingsResource(Terminals terminals, Bindings bindings) {
    this.terminals = terminals;
    this.bindings = bindings;
  }

  /** A charger that it is or was on; {@code validTo} is null while it is. */
  record Bound(
      long version,
      String chargerId,
      List<String> evseIds,
      String cpoId,
      Instant validFrom,
      @Nullable Instant validTo) {
    static Bound of(Dated dated) {
      return new Bound(
          dated.version(),
          dated.place().chargerId(),
          dated.place().evseIds(),
          dated.place().cpoId(),
          dated.validFrom(),
          dated.validTo());
    }
  }

  @GET
  @WithSession
  @Operation(summary = "The chargers that a terminal is and was on, the newest first, 50 at a time")
  public Uni<PageAnswer<Bound>> list(
      @Valid @BeanParam SerialPath path,
      @QueryParam("after")
          @DefaultValue("")
          @Pattern(
              regexp = "[0-9]{0,18}",
              message = "must be the \"next\" of the page before, or be left out")
          String after) {
    long before = after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after);
    return terminals
        .ofSerial(path.serial())
        .map(known -> known.one().orElseThrow(() -> Problems.noTerminal(path.serial())))
        .chain(() -> bindings.before(path.serial(), before, PAGE + 1))
        .map(found -> found.stream().map(Bound::of).toList())
        .chain(found ->
            bindings
                .count(path.serial())
                .map(count ->
                    PageAnswer.of(found, PAGE, bound -> Long.toString(bound.version()), count)));
  }
}
