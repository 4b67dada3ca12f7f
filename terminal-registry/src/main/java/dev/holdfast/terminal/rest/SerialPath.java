package dev.holdfast.terminal.rest;

import jakarta.ws.rs.PathParam;

/** The terminal that a request is about. */
record SerialPath(@PathParam("serial") @TerminalSerial String serial) {}
