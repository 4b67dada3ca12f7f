package dev.holdfast.samples.bad.injection;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

class TakesASetting {
  @ConfigProperty(name = "name")
  @Nullable String name;
}
