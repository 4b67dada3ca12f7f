package dev.holdfast.terminal.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.holdfast.terminal.core.MaintenanceWindow;
import jakarta.persistence.AttributeConverter;
import java.util.List;

/** Maintenance windows in a column, as JSON in text: the reactive driver takes no JSON array. */
final class MaintenanceText implements AttributeConverter<List<MaintenanceWindow>, String> {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final TypeReference<List<MaintenanceWindow>> WINDOWS = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(List<MaintenanceWindow> windows) {
    try {
      return JSON.writeValueAsString(windows);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("Not to be written as JSON: " + windows, broken);
    }
  }

  @Override
  public List<MaintenanceWindow> convertToEntityAttribute(String text) {
    try {
      return JSON.readValue(text, WINDOWS);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("Not the JSON that was written: " + text, broken);
    }
  }
}
