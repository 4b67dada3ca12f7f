package dev.holdfast.delivery;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** A door that takes JSON, as those of services do. */
@Path("/notes")
class NotesResource {
  record Line(String text) {}

  record Note(List<Line> lines) {}

  @POST
  public Note take(Note note) {
    return note;
  }
}
