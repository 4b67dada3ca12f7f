package dev.holdfast.delivery;

import dev.holdfast.text.CardNumbers;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.avro.generic.IndexedRecord;

/** A record with what may be a card number: none may enter here, so it is parked, and masked. */
final class CardNumberFound extends Unacceptable {
  private static final long serialVersionUID = 1L;

  private final Set<String> texts;

  private CardNumberFound(Search search) {
    super(
        CardNumbers.masked(String.join(", ", search.fields))
            + " holds what looks like a card number, and none may enter here: it is masked in what is"
            + " parked. Publish again with at most the last four digits");
    this.texts = search.texts;
  }

  /** The texts of the record's value that hold one. */
  Set<String> texts() {
    return texts;
  }

  /**
   * Looks at the key, every header, and every text of a record, however deep.
   *
   * @throws CardNumberFound if one may be a card number
   */
  static <T extends IndexedRecord> T none(RawRecord raw, T record) {
    var search = new Search(new LinkedHashSet<>(), new HashSet<>());
    search.look("key", raw.key());
    raw.headerTexts().forEach((name, text) -> search.look("header " + name, name, text));
    Leaves.of(record, search::lookAt);
    if (!search.fields.isEmpty()) {
      throw new CardNumberFound(search);
    }
    return record;
  }

  /** What holds one: the fields, in the order they are looked at, and the texts of the value. */
  private record Search(Set<String> fields, Set<String> texts) {
    boolean look(String field, String... texts) {
      boolean found = false;
      for (String text : texts) {
        found |= CardNumbers.anyIn(text);
      }
      if (found) {
        fields.add(field);
      }
      return found;
    }

    void lookAt(String field, Object value) {
      if (value instanceof CharSequence text && look(field, text.toString())) {
        texts.add(text.toString());
      }
    }
  }
}
