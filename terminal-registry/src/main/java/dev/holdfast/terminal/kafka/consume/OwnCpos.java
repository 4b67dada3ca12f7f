package dev.holdfast.terminal.kafka.consume;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.OwnTopic;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.events.CpoChanged;
import dev.holdfast.terminal.TakeOverCpos;
import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.vendor.Environment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Takes CPOs and their contracts over from cpos.v1 after the database was restored. */
@ApplicationScoped
class OwnCpos implements OwnTopic<CpoChanged> {
  private final TakeOverCpos takeOverCpos;

  OwnCpos(TakeOverCpos takeOverCpos) {
    this.takeOverCpos = takeOverCpos;
  }

  @Override
  public Topic topic() {
    return Topic.CPOS;
  }

  @Override
  public Uni<List<CpoChanged>> unknown(Transaction transaction, List<CpoChanged> records) {
    return takeOverCpos
        .versions(transaction, records.stream().map(CpoChanged::getCpoId).toList())
        .map(known ->
            records.stream()
                .filter(said -> said.getVersion() > known.getOrDefault(said.getCpoId(), 0L))
                .toList());
  }

  @Override
  public Uni<Void> takeOver(Transaction transaction, List<CpoChanged> unknown) {
    return takeOverCpos.takeOver(transaction, unknown.stream().map(OwnCpos::cpo).toList());
  }

  private static Cpo cpo(CpoChanged said) {
    var hold = said.getHold() == null ? null : MoneyCodec.fromAvro(said.getHold());
    var terms = new HoldTerms(hold, said.getOverCommit());
    Map<Environment, List<Contract>> contracts =
        said.getContracts().stream()
            .collect(
                groupingBy(
                    each -> Environment.valueOf(each.getEnvironment().name()),
                    mapping(OwnCpos::contract, toList())));
    return new Cpo(
        said.getCpoId(), said.getVersion(), new Cpo.Defaults(said.getCountry(), terms), contracts);
  }

  private static Contract contract(dev.holdfast.events.Contract said) {
    return new Contract(said.getValidFrom(), said.getValidTo(), said.getAgreedBy());
  }
}
