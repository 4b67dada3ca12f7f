package dev.holdfast.samples.good.terminal.rest;

import dev.holdfast.samples.good.terminal.ShowTaps;
import dev.holdfast.samples.good.terminal.core.Tap;
import jakarta.ws.rs.Path;

@Path("/taps")
final class TapsResource {
  Tap show(ShowTaps showTaps) {
    return showTaps.show();
  }
}
