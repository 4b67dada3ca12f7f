package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** Objects as an array. */
final class Listed {
  private Listed() {}

  static ArrayNode of(Stream<ObjectNode> objects) {
    var list = JsonNodeFactory.instance.arrayNode();
    objects.forEach(object -> list.add(Json.shown(object)));
    return list;
  }
}
