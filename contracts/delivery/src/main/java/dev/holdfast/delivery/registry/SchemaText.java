package dev.holdfast.delivery.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A schema as the registry's API carries it: JSON as text inside JSON. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SchemaText(String schema) {}
