package dev.holdfast.testkit;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Before each test of a service that sets {@code holdfast.test.answers-fit}: see {@link
 * AnswersFit}.
 */
public final class HoldAnswersAgainstTheDocument implements QuarkusTestBeforeEachCallback {
  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    if (ConfigProvider.getConfig()
        .getOptionalValue("holdfast.test.answers-fit", Boolean.class)
        .orElse(false)) {
      AnswersFit.install();
    }
  }
}
