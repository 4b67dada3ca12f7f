package io.quarkus.hibernate.reactive.panache;

/**
 * Stands for the real one, which would bring Hibernate, and the wish for a database, into this
 * module.
 */
public class PanacheEntityBase {}
