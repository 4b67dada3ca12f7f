package dev.holdfast.samples.bad.panache;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;

class ActiveRow extends PanacheEntityBase {}
