package dev.holdfast.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as a reader of the topic sees it. */
public record Published<T>(
    @Nullable String key, T value, Map<String, String> headers, int partition, long offset) {}
