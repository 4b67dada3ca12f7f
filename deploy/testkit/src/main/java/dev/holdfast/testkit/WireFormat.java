package dev.holdfast.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro in the Confluent wire format, written a second time on purpose: a witness must not share the
 * code of the accused.
 */
final class WireFormat implements AutoCloseable {
  private static final byte MAGIC = 0;
  private static final int HEADER_BYTES = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI registry;
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  WireFormat(URI registry) {
    this.registry = registry;
  }

  byte[] write(Topic topic, SpecificRecord value) {
    int id = ids.computeIfAbsent(topic.subject(), subject -> idOf(subject, topic.registered()));
    var out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(id).array());
    try {
      var encoder = EncoderFactory.get().binaryEncoder(out, null);
      new SpecificDatumWriter<SpecificRecord>(
              value.getSchema(), SpecificData.getForClass(value.getClass()))
          .write(value, encoder);
      encoder.flush();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T extends SpecificRecord> T read(byte[] bytes, Class<T> type) {
    var buffer = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER_BYTES || buffer.get() != MAGIC) {
      throw new IllegalArgumentException("Not in the Confluent wire format");
    }
    // The record's own loader: in a test the calling thread's may know the class a second time.
    var data = new SpecificData(type.getClassLoader());
    data.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
    data.addLogicalTypeConversion(new TimeConversions.DateConversion());
    var reader =
        new SpecificDatumReader<T>(
            schemas.computeIfAbsent(buffer.getInt(), this::schemaOf), data.getSchema(type), data);
    try {
      var decoder =
          DecoderFactory.get()
              .binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
      return reader.read(null, decoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int idOf(String subject, Schema schema) {
    try {
      var body = JSON.writeValueAsString(Map.of("schema", schema.toString()));
      return ask(request("/subjects/" + subject).POST(HttpRequest.BodyPublishers.ofString(body)))
          .path("id")
          .intValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Schema schemaOf(int id) {
    return new Schema.Parser().parse(ask(request("/schemas/ids/" + id)).path("schema").textValue());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(registry + path))
        .header("Content-Type", "application/vnd.schemaregistry.v1+json");
  }

  private JsonNode ask(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the schema registry", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
