package dev.holdfast.terminal.kafka.publish;

import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Event;
import dev.holdfast.events.Contract;
import dev.holdfast.events.CpoChanged;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.vendor.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A CPO's new version, as cpos.v1 carries it. */
public final class CpoEvents {
  private CpoEvents() {}

  /** What is said of a CPO that changed then. */
  public static Event of(Cpo cpo, Instant at) {
    var terms = cpo.defaults().terms();
    return Event.ofVersion(
        Topic.CPOS,
        cpo.cpoId(),
        cpo.version(),
        at,
        CpoChanged.newBuilder()
            .setCpoId(cpo.cpoId())
            .setVersion(cpo.version())
            .setOccurredAt(at)
            .setCountry(cpo.defaults().country())
            .setHold(terms.hold() == null ? null : MoneyCodec.toAvro(terms.hold()))
            .setOverCommit(terms.overCommit())
            .setContracts(contracts(cpo))
            .build());
  }

  private static List<Contract> contracts(Cpo cpo) {
    return cpo.contracts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(each -> each.getValue().stream().map(one -> contract(each.getKey(), one)))
        .toList();
  }

  private static Contract contract(
      Environment environment, dev.holdfast.terminal.core.cpo.Contract contract) {
    return new Contract(
        TerminalEvents.toAvro(environment),
        contract.validFrom(),
        contract.validTo(),
        contract.agreedBy());
  }
}
