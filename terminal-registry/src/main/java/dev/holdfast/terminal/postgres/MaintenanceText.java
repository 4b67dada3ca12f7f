package dev.holdfast.terminal.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.terminal.core.vendor.MaintenanceWindow;
import java.util.List;

/** Maintenance windows in a column, as JSON in text: the reactive driver takes no JSON array. */
final class MaintenanceText {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final TypeReference<List<MaintenanceWindow>> WINDOWS = new TypeReference<>() {};

  private MaintenanceText() {}

  static String write(List<MaintenanceWindow> windows) {
    try {
      return JSON.writeValueAsString(windows);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("Not to be written as JSON: " + windows, broken);
    }
  }

  /**
   * The windows that were written.
   *
   * @param row as an operator would look for it
   * @throws WrittenByNewer if they say more than this version knows
   */
  static List<MaintenanceWindow> read(String text, String row) {
    try {
      return JSON.readValue(text, WINDOWS);
    } catch (UnrecognizedPropertyException newer) {
      throw new WrittenByNewer(
          row, "the field %s of a maintenance".formatted(newer.getPropertyName()), newer);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("Not the JSON that was written: " + text, broken);
    }
  }
}
