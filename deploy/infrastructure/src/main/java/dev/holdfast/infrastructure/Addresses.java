package dev.holdfast.infrastructure;

import java.net.URI;

/** Where the three parts answer. The database is the server's own, from which others are made. */
record Addresses(String bootstrapServers, Database server, URI schemaRegistry) {
  static final String LOOPBACK = "127.0.0.1";

  static URI registryAt(int port) {
    return URI.create("http://" + LOOPBACK + ":" + port + "/apis/ccompat/v7");
  }
}
