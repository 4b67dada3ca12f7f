package dev.holdfast.authorization.core.admission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one cloud of a vendor is doing, as terminal-registry says.
 *
 * @param cloud vendor and vendor environment: PAYTER/TEST
 */
public record VendorCloud(
    String cloud, long version, VendorStatus status, Instant since, @Nullable String detail) {}
