package dev.holdfast.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A poll once it was read: the commands, and the records that must not be applied. */
record Reading<C>(List<C> commands, List<Parked> parked, Map<String, String> traces) {

  static <T extends SpecificRecord, C> Reading<C> of(
      RecordHandler<T, C> handler, AvroCodec codec, List<RawRecord> records) {
    Reading<C> reading = new Reading<>(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    for (RawRecord record : records) {
      try {
        reading.commands.add(read(handler, codec, record));
        reading.rememberTrace(record);
      } catch (CardNumberFound number) {
        reading.parked.add(Parked.of(record.without(number.text()), number));
      } catch (RuntimeException unacceptable) {
        reading.parked.add(Parked.of(record, unacceptable));
      }
    }
    return reading;
  }

  @SuppressWarnings("unchecked") // the topic's schema is the handler's record
  private static <T extends SpecificRecord, C> C read(
      RecordHandler<T, C> handler, AvroCodec codec, RawRecord record) {
    String key = record.key();
    T value = (T) codec.decode(handler.topic(), record.value());
    return handler.read(key, CardNumberFound.none(record, value));
  }

  private void rememberTrace(RawRecord record) {
    String traceparent = record.traceparent();
    if (traceparent != null) {
      traces.put(record.key(), traceparent);
    }
  }

  @Nullable String traceOf(String key) {
    return traces.get(key);
  }
}
