package dev.holdfast.settlement.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Settlement.Status;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A settlement's row as its record carries it for the day on which the row is lost: the text of the
 * state, deflated. A byte before it tells which words the deflater knew beforehand.
 */
public final class CarriedState {
  private static final byte WORDS_1 = 1;
  private static final int CHUNK = 4096;

  /** What most texts hold; what is most frequent comes last. Never changed: old records need it. */
  private static final byte[] WORDS =
      """
      "disputes":[{"reason":"SECOND_SESSION","resolved":false}],"resolutions":[{"choice":"WRITE_OFF",\
      "word":{"by":"","reason":"","at":"2026-"},"holdVersion":,"refunds":0}]"asked":"result":{\
      "outcome":"HOLD_ONLY","OVER_COMMITTED","NOTHING_DUE","NOT_COVERED","writtenOff":\
      "standing":"RELEASED","EXPIRED","DECLINED","ABANDONED","CAPTURE_FAILED",\
      "plan":[{"method":"OVER_COMMIT","amount":"EUR 5000"},{"method":"WHOLE"},{"method":"HOLD"},\
      {"method":"RELEASE"},{"method":"REFUND"},{"method":"CAPTURE","amount":"EUR "}]}\
      "refunds":[{"number":3,"amount":"EUR ","receipt":{"gateway":"STRIPE",\
      {"reference":{"value":"019"},"version":,"hold":{"version":,"standing":"HELD","grant":{"cpoId":"\
      ","authorized":"EUR ","overCommit":false,"overCommit":true,"expiresAt":"2026-T:00Z"},\
      "moves":{"released":"EUR 0","refunds":[]}},"standing":"CAPTURED",\
      "moves":{"capture":{"number":2,"method":"CAPTURE","amount":"EUR ",\
      "receipt":{"gateway":"PAYTER","gatewayReference":"","at":"2026-T:.Z"}},\
      "released":"EUR ","refunds":[]}},"session":{"id":"","closes":[{"sessionId":"","revision":1,\
      "charging":{"evseId":"","startedAt":"2026-T:00Z","stoppedAt":"2026-T:00Z","energyWh":},\
      "price":{"total":"EUR ","taxes":[{"name":"VAT","ratePercent":"21","amount":"EUR "}]},\
      "closedAt":"2026-T:Z"}],"disputes":[],"resolutions":[]},\
      "result":{"outcome":"FULL","shortfall":"EUR 0"}}\
      """
          .getBytes(UTF_8);

  private CarriedState() {}

  /** For the record. */
  public static ByteBuffer write(Settlement settlement) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(WORDS);
      deflater.setInput(StateText.write(settlement).getBytes(UTF_8));
      deflater.finish();
      var carried = new ByteArrayOutputStream();
      carried.write(WORDS_1);
      byte[] chunk = new byte[CHUNK];
      while (!deflater.finished()) {
        carried.write(chunk, 0, deflater.deflate(chunk));
      }
      return ByteBuffer.wrap(carried.toByteArray());
    } finally {
      deflater.end();
    }
  }

  /**
   * From a record.
   *
   * @throws Unacceptable if it holds none, or one of a newer version
   */
  public static Settlement read(Status status, @Nullable ByteBuffer carried) {
    if (carried == null || !carried.hasRemaining()) {
      throw new Unacceptable("state: is missing, and the row cannot be made without it");
    }
    byte[] bytes = new byte[carried.remaining()];
    carried.duplicate().get(bytes);
    if (bytes[0] != WORDS_1) {
      throw new Unacceptable("state: of a newer version; update this service, then start it again");
    }
    return StateText.read("a record of settlements.v1", status, inflated(bytes));
  }

  private static String inflated(byte[] bytes) {
    var inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, 1, bytes.length - 1);
      inflater.setDictionary(WORDS);
      var text = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      while (!inflater.finished()) {
        int length = inflater.inflate(chunk);
        if (length == 0) {
          throw new Unacceptable("state: ends in the middle");
        }
        text.write(chunk, 0, length);
      }
      return text.toString(UTF_8);
    } catch (DataFormatException broken) {
      throw new Unacceptable("state: is not what this service wrote", broken);
    } finally {
      inflater.end();
    }
  }
}
