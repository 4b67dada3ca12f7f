package dev.holdfast.scenarios;

import java.util.List;

/**
 * "My terminal does not work": why, what must be seen of it, and what mends it.
 *
 * @param causes all that is done before the first tap, the setting up included
 * @param mending empty where nothing is wrong
 */
record Complaint(String name, List<Act> causes, Finding expected, List<Act> mending) {}
