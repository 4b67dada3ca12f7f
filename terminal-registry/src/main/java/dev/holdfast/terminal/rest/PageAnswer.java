package dev.holdfast.terminal.rest;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page counted from 0
 * @param total how many there are on all pages
 */
record PageAnswer<T>(List<T> items, int page, int size, long total) {}
