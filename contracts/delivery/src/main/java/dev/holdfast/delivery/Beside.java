package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import dev.holdfast.text.CardNumbers;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.generic.IndexedRecord;

/**
 * What stands beside a record's value, its key and its headers. A key that repeats an identifier of
 * the value is one, too, and CloudEvents headers repeat the key: alone, or before a slash.
 *
 * @param identifiers the texts that the value holds as identifiers
 */
record Beside(Set<String> identifiers, String key) {
  /** The texts of a record that are identifiers by contract. */
  static Set<String> identifiers(Topic topic, IndexedRecord record) {
    Set<String> identifiers = new HashSet<>();
    Leaves.of(
        record,
        (field, value) -> {
          if (topic.identifiers().contains(field)
              && value instanceof CharSequence text
              && !CardNumbers.anyInIdentifier(text.toString())) {
            identifiers.add(text.toString());
          }
        });
    return identifiers;
  }

  /** Does this key, or text of a header, hold what may be a card number? */
  boolean holdsNumber(String text) {
    return !isIdentifier(text) && CardNumbers.anyIn(text);
  }

  /** Does it say nothing but the key, and is that an identifier? */
  boolean isIdentifier(String text) {
    return identifiers.contains(key)
        && (text.equals(key)
            || (text.startsWith(key + "/") && !CardNumbers.anyIn(text.substring(key.length()))));
  }
}
