package dev.holdfast.authorization.kafka.consume;

import dev.holdfast.authorization.CopyRegistry;
import dev.holdfast.authorization.core.admission.Terminal;
import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Inbox;
import dev.holdfast.delivery.RecordHandler;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.Readiness;
import dev.holdfast.events.TerminalChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** Reads terminals.v1. */
@ApplicationScoped
class TerminalsTopic implements RecordHandler<TerminalChanged, Terminal> {
  private final Inbox inbox;
  private final CopyRegistry copyRegistry;

  TerminalsTopic(Inbox inbox, CopyRegistry copyRegistry) {
    this.inbox = inbox;
    this.copyRegistry = copyRegistry;
  }

  @Incoming("terminals")
  Uni<Void> receive(ConsumerRecords<byte[], byte[]> poll) {
    return inbox.receive(this, poll);
  }

  @Override
  public Topic topic() {
    return Topic.TERMINALS;
  }

  @Override
  public Terminal read(String key, TerminalChanged terminal) {
    if (!key.equals(terminal.getSerial())) {
      throw new Unacceptable(
          "The key %s is not the serial %s".formatted(key, terminal.getSerial()));
    }
    try {
      return terminal(terminal);
    } catch (IllegalCurrencyException wrong) {
      throw new Unacceptable("currency: " + wrong.getMessage(), wrong);
    }
  }

  @Override
  public Uni<Void> apply(Transaction transaction, List<Terminal> changed) {
    return copyRegistry.terminals(transaction, changed);
  }

  private static Terminal terminal(TerminalChanged terminal) {
    var currency = CurrencyUnit.of(terminal.getCurrency());
    var hold = Optional.ofNullable(terminal.getHoldAmount()).map(MoneyCodec::fromAvro);
    if (hold.isPresent() && !hold.get().getCurrencyUnit().equals(currency)) {
      throw new Unacceptable(
          "holdAmount: %s is not in the terminal's currency %s".formatted(hold.get(), currency));
    }
    return new Terminal(
        terminal.getSerial(),
        terminal.getVersion(),
        terminal.getVendor(),
        terminal.getCpoId(),
        terminal.getEvseIds(),
        currency,
        terminal.getReadiness() == Readiness.READY,
        terminal.getReasons().stream().map(Enum::name).toList(),
        hold.orElse(null),
        terminal.getOverCommit());
  }
}
