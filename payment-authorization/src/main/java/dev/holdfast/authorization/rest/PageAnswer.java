package dev.holdfast.authorization.rest;

import java.util.List;

/**
 * One page of a list, the newest first.
 *
 * @param page counted from 0
 * @param total how many there are on all pages
 */
record PageAnswer(List<AuthorizationAnswer> items, int page, int size, long total) {}
