package dev.holdfast.delivery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** A door that takes JSON, as those of services do. */
@Path("/notes")
class NotesResource {
  record Line(String text) {}

  record Note(List<Line> lines) {}

  @GET
  @Path("newer")
  public Note ofNewer() {
    throw new WrittenByNewer("note 1", "the field color", null);
  }

  @GET
  @Path("unknown")
  public Note unknown() {
    throw new CommitUnknown(new IllegalStateException("select * from notes"));
  }

  @POST
  public Note take(Note note) {
    return note;
  }
}
