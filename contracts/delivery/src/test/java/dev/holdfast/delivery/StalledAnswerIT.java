package dev.holdfast.delivery;

import static java.util.Objects.requireNonNull;

import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Part;
import dev.holdfast.infrastructure.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer of a part stops half-way and never goes on. */
@QuarkusTest
@WithTestResource(WiredStack.class)
@SuppressWarnings("NullAway.Init") // the test resource fills the fields
class StalledAnswerIT {
  /** In the middle of an answer: of a query, of a fetch, of a page of the registry. */
  private static final int HALF_AN_ANSWER = 150;

  Infrastructure infrastructure;
  Map<Part, Wire> wires;

  private Traffic traffic;

  @BeforeEach
  void open() {
    traffic = new Traffic(infrastructure);
  }

  @AfterEach
  void close() {
    wires.values().forEach(Wire::pass);
    traffic.close();
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void losesAndDoublesNothing(Part part) throws Exception {
    traffic.goesOnAfter(
        requireNonNull(wires.get(part)), wire -> wire.stallAfter(HALF_AN_ANSWER), Wire::forget);
  }
}
