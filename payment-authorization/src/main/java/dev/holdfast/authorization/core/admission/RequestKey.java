package dev.holdfast.authorization.core.admission;

/** A caller's own name for a request, with a digest of what was asked. */
public record RequestKey(String key, String digest) {}
