package dev.holdfast.checks.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/** Reads records with the schema that their writer used, which the registry knows by its id. */
public final class WriterSchemas implements AutoCloseable {
  private static final byte MAGIC = 0;
  private static final int PREFIX_BYTES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI registry;
  private final Map<Integer, Schema> schemas = new HashMap<>();

  /** Will ask the registry at this base address of its Confluent API. */
  public WriterSchemas(URI registry) {
    this.registry = registry;
  }

  /** A value that is not in the wire format, or not what its schema says. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }
  }

  /** The record in the wire format: a zero, the schema's id, the record. */
  public GenericRecord read(byte @Nullable [] value) throws Unreadable {
    if (value == null) {
      throw new Unreadable("it has no value");
    }
    if (value.length < PREFIX_BYTES || value[0] != MAGIC) {
      throw new Unreadable("it does not begin with a zero and the id of a schema");
    }
    Schema schema = schema(ByteBuffer.wrap(value).getInt(1));
    try {
      var decoder =
          DecoderFactory.get()
              .binaryDecoder(value, PREFIX_BYTES, value.length - PREFIX_BYTES, null);
      return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException broken) {
      throw new Unreadable("it is not a " + schema.getName() + ": " + broken.getMessage());
    }
  }

  private Schema schema(int id) throws Unreadable {
    Schema known = schemas.get(id);
    if (known != null) {
      return known;
    }
    var request =
        HttpRequest.newBuilder(URI.create(registry + "/schemas/ids/" + id)).timeout(PATIENCE);
    try {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 404) {
        throw new Unreadable("the registry knows no schema " + id);
      }
      if (answer.statusCode() != 200) {
        throw new Unreachable(answer.uri() + " answers " + answer.statusCode() + ".");
      }
      String text = JSON.readTree(answer.body()).path("schema").asText();
      Schema schema = new Schema.Parser().parse(text);
      schemas.put(id, schema);
      return schema;
    } catch (IOException broken) {
      throw new Unreachable("The schema registry does not answer at " + registry + ".", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unreachable("Stopped while asking the schema registry.", stopped);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
