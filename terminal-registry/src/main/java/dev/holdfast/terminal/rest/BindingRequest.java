package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.core.Place;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The charger that a terminal is added to, the EVSEs that it serves, and the charger's CPO. */
@Schema(
    examples = "{\"chargerId\": \"CH-1\", \"evseIds\": [\"NL*ABC*E1*1\"], \"cpoId\": \"NL-ABC\"}")
record BindingRequest(
    @NotNull @Pattern(regexp = WellFormed.ID, message = WellFormed.ID_REMEDY) String chargerId,
    @NotEmpty @Size(max = 32)
        List<@NotNull @Pattern(regexp = WellFormed.ID, message = WellFormed.ID_REMEDY) String>
            evseIds,
    @NotNull @Pattern(regexp = WellFormed.ID, message = WellFormed.ID_REMEDY) String cpoId) {
  Place toPlace() {
    return new Place(chargerId, evseIds, cpoId);
  }
}
