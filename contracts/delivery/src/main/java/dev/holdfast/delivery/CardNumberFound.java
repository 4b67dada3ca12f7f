package dev.holdfast.delivery;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** A record with what may be a card number: none may enter here, so it is parked, and masked. */
final class CardNumberFound extends Unacceptable {
  private static final long serialVersionUID = 1L;

  private final String text;

  private CardNumberFound(String field, String text) {
    super(
        field
            + " holds what looks like a card number, and none may enter here: it is masked in what is"
            + " parked. Publish again with at most the last four digits");
    this.text = text;
  }

  /** The text that holds it. */
  String text() {
    return text;
  }

  /**
   * Looks at the key, every header, and every text of a record, however deep.
   *
   * @throws CardNumberFound if one may be a card number
   */
  static <T extends IndexedRecord> T none(RawRecord raw, T record) {
    look("key", raw.key());
    raw.headerTexts().forEach((name, text) -> look("header " + name, text));
    lookInto("", record);
    return record;
  }

  private static void lookInto(String field, @Nullable Object value) {
    switch (value) {
      case CharSequence text -> look(field, text.toString());
      case IndexedRecord record -> {
        for (Schema.Field each : record.getSchema().getFields()) {
          lookInto(field + (field.isEmpty() ? "" : ".") + each.name(), record.get(each.pos()));
        }
      }
      case List<?> list -> list.forEach(each -> lookInto(field, each));
      case Map<?, ?> map ->
          map.forEach((key, each) -> {
            lookInto(field, key);
            lookInto(field, each);
          });
      case null, default -> {
        // numbers, times and enums hold no text
      }
    }
  }

  private static void look(String field, String text) {
    if (CardNumbers.anyIn(text)) {
      throw new CardNumberFound(field, text);
    }
  }
}
