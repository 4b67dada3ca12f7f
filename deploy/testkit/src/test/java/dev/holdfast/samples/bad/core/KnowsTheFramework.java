package dev.holdfast.samples.bad.core;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class KnowsTheFramework {}
