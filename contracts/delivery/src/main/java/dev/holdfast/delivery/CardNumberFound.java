package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import dev.holdfast.text.CardNumbers;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.avro.generic.IndexedRecord;

/** A record with what may be a card number: none may enter here, so it is parked, and masked. */
final class CardNumberFound extends Unacceptable {
  private static final long serialVersionUID = 1L;

  private CardNumberFound(Set<String> fields) {
    super(
        CardNumbers.masked(String.join(", ", fields))
            + " holds what looks like a card number, and none may enter here: it is masked in what is"
            + " parked. Publish again with at most the last four digits");
  }

  /**
   * Looks at the key, every header, and every text of a record, however deep. What is an identifier
   * by contract is none, and neither is the key that repeats it.
   *
   * @throws CardNumberFound if one may be a card number
   */
  static <T extends IndexedRecord> T none(Topic topic, RawRecord raw, T record) {
    var texts = new FreeTexts(topic.identifiers(), false);
    var beside = new Beside(Beside.identifiers(topic, record), raw.key());
    var found = new LinkedHashSet<String>();
    if (beside.holdsNumber(raw.key())) {
      found.add("key");
    }
    raw.headerTexts()
        .forEach((name, text) -> {
          if (CardNumbers.anyIn(name) || beside.holdsNumber(text)) {
            found.add("header " + name);
          }
        });
    Leaves.of(
        record,
        (field, value) -> {
          if (value instanceof CharSequence text && texts.holdsNumber(field, text.toString())) {
            found.add(field);
          }
        });
    if (!found.isEmpty()) {
      throw new CardNumberFound(found);
    }
    return record;
  }
}
