package dev.holdfast.settlement.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Money in a state, as "EUR 2340": minor units, so that no decimal point is ever misread. */
final class MoneyModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  MoneyModule() {
    super("money");
    addSerializer(Money.class, new MoneyWriter());
    addDeserializer(Money.class, new MoneyReader());
  }

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
