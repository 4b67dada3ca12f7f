package dev.holdfast.samples.bad.injection;

import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

class TakesAField {
  @Inject @Nullable List<String> names;
}
