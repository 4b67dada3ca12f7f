package dev.holdfast.delivery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A door of a service that cannot answer now. */
@Path("/notes")
class NotesResource {
  record Note(String text) {}

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
}
