package dev.holdfast.settlement.postgres;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.holdfast.settlement.core.Settlement;
import dev.holdfast.settlement.core.Settlement.Status;
import dev.holdfast.settlement.core.TrailStep;
import java.io.IOException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A settlement as the JSON text of its row. The names of the core's records are the format: a test
 * keeps a text that was written before readable.
 */
final class StateText {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .registerModule(
              new SimpleModule("money")
                  .addSerializer(Money.class, new MoneyWriter())
                  .addDeserializer(Money.class, new MoneyReader()))
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private StateText() {}

  /** A settlement, or the content of a step of its trail. */
  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Settlement read(Status status, String text) {
    return read(type(status), text);
  }

  static TrailStep.Content readStep(String text) {
    return read(TrailStep.Content.class, text);
  }

  private static <T> T read(Class<T> type, String text) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A settlement's state cannot be read: " + text, broken);
    }
  }

  private static Class<? extends Settlement> type(Status status) {
    return switch (status) {
      case AWAITING_SESSION -> Settlement.AwaitingSession.class;
      case AWAITING_HOLD -> Settlement.AwaitingHold.class;
      case DECIDED -> Settlement.Decided.class;
      case SETTLED -> Settlement.Settled.class;
      case CORRECTING -> Settlement.Correcting.class;
      case ATTENTION -> Settlement.Attention.class;
    };
  }

  /** As "EUR 2340": minor units, so that no decimal point is ever misread. */
  private static final class MoneyWriter extends StdSerializer<Money> {
    private static final long serialVersionUID = 1L;

    MoneyWriter() {
      super(Money.class);
    }

    @Override
    public void serialize(Money money, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(money.getCurrencyUnit().getCode() + " " + money.getAmountMinorLong());
    }
  }

  private static final class MoneyReader extends StdDeserializer<Money> {
    private static final long serialVersionUID = 1L;

    MoneyReader() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = json.getText();
      return Money.ofMinor(
          CurrencyUnit.of(text.substring(0, 3)), Long.parseLong(text.substring(4)));
    }
  }
}
