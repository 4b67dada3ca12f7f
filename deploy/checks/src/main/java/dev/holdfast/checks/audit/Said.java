package dev.holdfast.checks.audit;

import java.util.Set;

/**
 * One version of something, as a topic's record says it.
 *
 * @param key what it is about
 * @param version which version of it; 1 of what has only one
 * @param fields the compared ones that its writer knew
 */
record Said(Key key, long version, Content content, Set<String> fields) {}
