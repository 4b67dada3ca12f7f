package dev.holdfast.settlement;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;

/** Whatever a test has played, no row may break an invariant after it. */
interface SoundBooks {
  @AfterEach
  default void noRowBreaksAnInvariant() {
    when()
        .post("/settlements/invariants")
        .then()
        .body("items", everyItem(hasKey("invariant")))
        .body("items.findAll { it.rows != 0 }", Matchers.empty());
  }
}
