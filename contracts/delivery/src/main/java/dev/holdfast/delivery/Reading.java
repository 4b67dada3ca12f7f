package dev.holdfast.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A poll once it was read: the commands, and the records that must not be applied. */
record Reading<C>(List<C> commands, List<Parked> parked, Map<String, String> traces) {

  private static final Logger LOG = Logger.getLogger(Reading.class);

  static <T extends SpecificRecord, C> Reading<C> of(
      RecordHandler<T, C> handler, AvroCodec codec, List<RawRecord> records) {
    Reading<C> reading = new Reading<>(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    var masking = new Masking(codec, handler.topic());
    for (RawRecord record : records) {
      try {
        reading.take(handler, record, decoded(handler, codec, record));
      } catch (Unacceptable unacceptable) {
        reading.parked.add(Parked.of(masking.of(record), unacceptable));
      } catch (RuntimeException unexpected) {
        LOG.errorf(unexpected, "%s cannot be read and is parked", record.place());
        reading.parked.add(Parked.of(masking.of(record), unexpected));
      }
    }
    return reading;
  }

  @SuppressWarnings("unchecked") // the topic's schema is the handler's record
  private static <T extends SpecificRecord> T decoded(
      RecordHandler<T, ?> handler, AvroCodec codec, RawRecord record) {
    return (T) codec.decode(handler.topic(), record.value());
  }

  private <T extends SpecificRecord> void take(
      RecordHandler<T, C> handler, RawRecord record, T value) {
    T clean = CardNumberFound.none(handler.topic(), record, value);
    commands.add(handler.read(record.key(), Plausible.only(record.key(), clean)));
    rememberTrace(record);
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
