package dev.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells when the database was last found to be restored; nothing is wrong with that. */
@Readiness
@ApplicationScoped
class TellOfRestoration implements HealthCheck {
  private final Restorations restorations;

  TellOfRestoration(Restorations restorations) {
    this.restorations = restorations;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("restoration").up();
    restorations.last().ifPresent(began -> response.withData("restoredAt", began.toString()));
    return response.build();
  }
}
