package dev.holdfast.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * One place within a schema, with the way to it: {@code SessionClosed.taxes[].amount.minorUnits}.
 *
 * @param field the field whose type this is; empty for items, values, branches and the root
 */
record SchemaPlace(String path, Schema schema, Optional<Schema.Field> field) {
  /** Every place: fields, items of arrays, values of maps, branches of unions. */
  static List<SchemaPlace> allIn(Schema root) {
    List<SchemaPlace> places = new ArrayList<>();
    collect(new SchemaPlace(root.getName(), root, Optional.empty()), List.of(), places);
    return places;
  }

  private static void collect(SchemaPlace place, List<Schema> within, List<SchemaPlace> places) {
    places.add(place);
    if (within.contains(place.schema())) {
      return; // a type that contains itself has no end
    }
    List<Schema> deeper = new ArrayList<>(within);
    deeper.add(place.schema());
    for (SchemaPlace part : place.parts()) {
      collect(part, deeper, places);
    }
  }

  private List<SchemaPlace> parts() {
    return switch (schema.getType()) {
      case RECORD -> schema.getFields().stream().map(this::of).toList();
      case ARRAY -> List.of(of("[]", schema.getElementType()));
      case MAP -> List.of(of("{}", schema.getValueType()));
      case UNION ->
          schema.getTypes().stream().map(type -> of("<" + type.getName() + ">", type)).toList();
      default -> List.of();
    };
  }

  private SchemaPlace of(Schema.Field part) {
    return new SchemaPlace(path + "." + part.name(), part.schema(), Optional.of(part));
  }

  private SchemaPlace of(String step, Schema part) {
    return new SchemaPlace(path + step, part, Optional.empty());
  }
}
