package dev.holdfast.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.RecordComponentInfo;

/**
 * What the OpenAPI document says of a record: its components and nothing else, each of them
 * required unless it is {@code @Nullable}.
 */
record DescribedRecord(ClassInfo record, Schema schema) {
  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");

  void describe() {
    Map<String, Schema> properties =
        Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema>of());
    List<String> required = new ArrayList<>();
    for (var component : record.recordComponents()) {
      Schema property = properties.get(component.name());
      if (property == null) {
        continue;
      }
      if (isBytes(component)) {
        property.format(null).contentEncoding("base64");
      }
      if (component.type().hasAnnotation(NULLABLE)) {
        schema.addProperty(component.name(), nullable(property));
      } else {
        required.add(component.name());
      }
    }
    schema.setRequired(required.isEmpty() ? null : required);
    Set<String> others =
        properties.keySet().stream()
            .filter(name -> record.recordComponent(name) == null)
            .collect(Collectors.toUnmodifiableSet());
    // Methods that look like getters: Jackson does not write them.
    others.forEach(schema::removeProperty);
  }

  private static boolean isBytes(RecordComponentInfo component) {
    return component.type().name().toString().equals("[B");
  }

  private static Schema nullable(Schema property) {
    if (property.getType() != null) {
      if (!property.getType().contains(SchemaType.NULL)) {
        property.addType(SchemaType.NULL);
      }
      return property;
    }
    return property.getAnyOf() == null
        ? OASFactory.createSchema()
            .addAnyOf(property)
            .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL))
        : property;
  }
}
