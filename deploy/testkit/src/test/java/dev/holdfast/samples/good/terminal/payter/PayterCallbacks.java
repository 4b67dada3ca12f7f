package dev.holdfast.samples.good.terminal.payter;

import dev.holdfast.samples.good.terminal.ShowTaps;
import dev.holdfast.samples.good.terminal.core.Tap;
import jakarta.ws.rs.Path;

@Path("/payter/callbacks")
final class PayterCallbacks {
  Tap receive(ShowTaps showTaps) {
    return showTaps.show();
  }
}
