package dev.holdfast.delivery.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The registry's answer to a registration or a look-up. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Registered(int id) {}
