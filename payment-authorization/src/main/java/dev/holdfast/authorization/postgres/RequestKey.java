package dev.holdfast.authorization.postgres;

/** A caller's own name for a request, with a digest of what was asked. */
public record RequestKey(String key, String digest) {}
