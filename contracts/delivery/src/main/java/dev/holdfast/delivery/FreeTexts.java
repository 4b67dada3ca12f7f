package dev.holdfast.delivery;

import dev.holdfast.text.CardNumbers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Masks what may be a card number in a record, in place and however deep, but not in what is an
 * identifier by contract.
 *
 * @param identifiers their fields, see {@link dev.holdfast.contracts.Topic#identifiers()}
 * @param alsoBytes are bytes looked at as well? Those of our own records are digests and states
 */
record FreeTexts(Set<String> identifiers, boolean alsoBytes) {
  /** The same record. */
  <T extends IndexedRecord> T masked(T record) {
    mask("", record);
    return record;
  }

  private void mask(String path, IndexedRecord record) {
    for (Schema.Field field : record.getSchema().getFields()) {
      String name = path + (path.isEmpty() ? "" : ".") + field.name();
      record.put(field.pos(), masked(name, record.get(field.pos())));
    }
  }

  private @Nullable Object masked(String field, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case IndexedRecord record -> {
        mask(field, record);
        yield record;
      }
      case List<?> list -> masked(field, list);
      case Map<?, ?> map -> masked(field, map);
      case CharSequence text -> holdsNumber(field, text.toString()) ? masked(text) : text;
      case ByteBuffer bytes when alsoBytes -> masked(bytes);
      default -> value; // a number, a time, a switch
    };
  }

  private List<?> masked(String field, List<?> list) {
    List<@Nullable Object> masked = new ArrayList<>();
    list.forEach(one -> masked.add(masked(field, one)));
    return masked.equals(list) ? list : masked;
  }

  private Map<?, ?> masked(String field, Map<?, ?> map) {
    Map<@Nullable Object, @Nullable Object> masked = new HashMap<>();
    map.forEach((key, one) -> masked.put(masked(field, key), masked(field, one)));
    return masked.equals(map) ? map : masked;
  }

  /** Does this text of a field hold what may be a card number? */
  boolean holdsNumber(String field, String text) {
    return identifiers.contains(field)
        ? CardNumbers.anyInIdentifier(text)
        : CardNumbers.anyIn(text);
  }

  private static String masked(CharSequence text) {
    return CardNumbers.masked(text.toString());
  }

  private static ByteBuffer masked(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return ByteBuffer.wrap(MaskedBytes.ofText(copy));
  }
}
