package dev.holdfast.settlement.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.Given;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Settlement.Status;
import dev.holdfast.settlement.core.trail.HoldStory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a newer version may have written into a state is found wherever it stands. */
class NewerStateTest {
  private static final String ROW = "settlement 01934d3a-7c00-7000-8000-000000000001";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<Class<?>> changed = new HashSet<>();

  @Test
  void refusesAFieldThatItDoesNotKnowWhereverItIs() throws JsonProcessingException {
    for (Settlement state : StateTextTest.ofEveryStatus()) {
      JsonNode text = JSON.readTree(StateText.write(state));
      for (ObjectNode object : objectsIn(text)) {
        object.put("tip", 1);
        refuses(state.status(), text.toString(), "does not know the field");
        object.remove("tip");
      }
    }
  }

  @Test
  void refusesAConstantThatItDoesNotKnowOfEveryEnumThatAStateHolds() throws Exception {
    for (Settlement state : StateTextTest.ofEveryStatus()) {
      JsonNode text = JSON.readTree(StateText.write(state));
      changeEach(state, text, () -> refuses(state.status(), text.toString(), "\"NEWER\""));
    }
    var held = new HashSet<Class<?>>();
    for (Class<?> state : Settlement.class.getPermittedSubclasses()) {
      enumsOf(state, held);
    }
    assertThat(changed).containsExactlyInAnyOrderElementsOf(held).isNotEmpty();
  }

  @Test
  void refusesAShapeThatItDoesNotKnow() {
    String text = StateText.write(StateTextTest.ofEveryStatus().getFirst());
    refuses(Status.AWAITING_SESSION, text.replace("\"EUR 5000\"", "\"XXY 5000\""), "authorized");
    refuses(Status.AWAITING_SESSION, text.replace("\"EUR 5000\"", "[1]"), "authorized");
    refuses(Status.AWAITING_SESSION, text.replace("2026-11-22T", "tomorrow"), "expiresAt");
    refuses(Status.AWAITING_SESSION, "{", "how its state is written");
  }

  @Test
  void refusesAConstantOfAColumn() {
    assertThatThrownBy(() -> StateText.constant(ROW, Status.class, "status", "NEWER"))
        .isInstanceOf(WrittenByNewer.class)
        .hasMessageStartingWith(ROW)
        .hasMessageContaining("does not know \"NEWER\" in status");
    assertThat(StateText.constant(ROW, Status.class, "status", "SETTLED"))
        .isEqualTo(Status.SETTLED);
  }

  @Test
  void refusesTheStoryOfAHold() {
    var request = new HoldStory.Request(Given.euro("50.00"), "P6820211200171");
    var story = new HoldStory(3, request, List.of(), List.of());
    String text = StateText.write(story);
    assertThat(StateText.readStory(ROW, text)).isEqualTo(story);
    assertThatThrownBy(() -> StateText.readStory(ROW, text.replace("version", "newer")))
        .isInstanceOf(WrittenByNewer.class)
        .hasMessageContaining("newer");
  }

  private static void refuses(Status status, String text, String words) {
    assertThatThrownBy(() -> StateText.read(ROW, status, text))
        .isInstanceOf(WrittenByNewer.class)
        .hasMessageStartingWith(ROW)
        .hasMessageContaining(words);
  }

  private static List<ObjectNode> objectsIn(JsonNode node) {
    var objects = new ArrayList<ObjectNode>();
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> objects.addAll(objectsIn(child)));
    return objects;
  }

  /** Changes each constant of the value in its text, one after the other, and looks. */
  private void changeEach(Object value, JsonNode node, Runnable look) throws Exception {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        changeEach(list.get(i), node.get(i), look);
      }
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        Object part = component.getAccessor().invoke(value);
        if (part instanceof Enum<?> constant) {
          ((ObjectNode) node).put(component.getName(), "NEWER");
          look.run();
          ((ObjectNode) node).put(component.getName(), constant.name());
          changed.add(constant.getDeclaringClass());
        } else if (part != null) {
          changeEach(part, node.get(component.getName()), look);
        }
      }
    }
  }

  private static void enumsOf(Type type, Set<Class<?>> found) {
    if (type instanceof ParameterizedType list) {
      enumsOf(list.getActualTypeArguments()[0], found);
    } else if (type instanceof Class<?> plain && plain.isEnum()) {
      found.add(plain);
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      for (RecordComponent component : plain.getRecordComponents()) {
        enumsOf(component.getGenericType(), found);
      }
    }
  }
}
