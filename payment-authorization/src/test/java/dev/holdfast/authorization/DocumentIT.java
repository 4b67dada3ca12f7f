package dev.holdfast.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.DocumentRules;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What a stranger needs to work with the OpenAPI document alone. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class DocumentIT {
  @Test
  void canBeWorkedWithAlone() {
    assertThat(DocumentRules.faults()).isEmpty();
  }
}
