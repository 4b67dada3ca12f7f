package dev.holdfast.terminal.kafka.consume;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.OwnTopic;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.ReadinessReason;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.terminal.core.Binding;
import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Dossier;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.Place;
import dev.holdfast.terminal.core.Readiness;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Registration;
import dev.holdfast.terminal.core.Standing;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalChange;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import dev.holdfast.terminal.postgres.TerminalTable;
import dev.holdfast.terminal.postgres.TerminalWrites;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Takes terminals over from terminals.v1 after the database was restored. What the vendors' clouds
 * said of them is on no topic: they are asked again.
 */
@ApplicationScoped
class OwnTerminals implements OwnTopic<TerminalChanged> {
  private final TerminalTable terminals;

  OwnTerminals(TerminalTable terminals) {
    this.terminals = terminals;
  }

  @Override
  public Topic topic() {
    return Topic.TERMINALS;
  }

  @Override
  public Uni<List<TerminalChanged>> unknown(
      Transaction transaction, List<TerminalChanged> records) {
    return transaction
        .session()
        .createNativeQuery(
            "select serial, version from terminal where serial = any(?1)", Object[].class)
        .setParameter(1, records.stream().map(TerminalChanged::getSerial).toArray(String[]::new))
        .getResultList()
        .map(rows -> rows.stream().collect(toMap(row -> (String) row[0], row -> (Long) row[1])))
        .map(known ->
            records.stream()
                .filter(said -> said.getVersion() > known.getOrDefault(said.getSerial(), 0L))
                .toList());
  }

  /** Each version by itself: where a terminal was is kept, too. */
  @Override
  public Uni<Void> takeOver(Transaction transaction, List<TerminalChanged> unknown) {
    List<Map<String, TerminalChanged>> rounds = new ArrayList<>();
    for (TerminalChanged said : unknown) {
      rounds.stream()
          .filter(round -> !round.containsKey(said.getSerial()))
          .findFirst()
          .orElseGet(() -> {
            rounds.add(new LinkedHashMap<>());
            return rounds.getLast();
          })
          .put(said.getSerial(), said);
    }
    return Multi.createFrom()
        .iterable(rounds)
        .onItem()
        .transformToUniAndConcatenate(round -> takeOver(transaction, round))
        .collect()
        .last();
  }

  private Uni<Void> takeOver(Transaction transaction, Map<String, TerminalChanged> round) {
    return terminals
        .lock(transaction.session(), round.keySet())
        .chain(known ->
            terminals.write(
                transaction.session(),
                TerminalWrites.of(
                    round.values().stream()
                        .<Decision>map(said -> changed(known.read().get(said.getSerial()), said))
                        .toList())));
  }

  private static Changed changed(@Nullable Terminal before, TerminalChanged said) {
    var facts = before == null ? VendorFacts.NONE : before.dossier().facts();
    var isRetired = said.getReasons().contains(ReadinessReason.RETIRED);
    var after =
        new Terminal(
            said.getSerial(),
            said.getVersion(),
            said.getOccurredAt(),
            new Dossier(registration(said), binding(said), facts, isRetired),
            standing(said));
    return new Changed(before, after, TerminalChange.valueOf(said.getChange().name()));
  }

  private static Registration registration(TerminalChanged said) {
    return new Registration(
        Vendor.valueOf(said.getVendor()),
        said.getModel(),
        said.getCountry(),
        CurrencyUnit.of(said.getCurrency()),
        new HoldTerms(money(said.getOwnHold()), said.getOwnOverCommit()));
  }

  private static @Nullable Binding binding(TerminalChanged said) {
    var cpoId = said.getCpoId();
    var chargerId = said.getChargerId();
    var since = said.getBoundSince();
    if (cpoId == null || chargerId == null) {
      return null;
    }
    if (since == null) {
      throw new Unacceptable(
          "boundSince: is missing, and the terminal cannot be bound without it; bind it again");
    }
    return new Binding(new Place(chargerId, said.getEvseIds(), cpoId), since);
  }

  /** When it is to be looked at again is found when its vendor's clouds are asked. */
  private static Standing standing(TerminalChanged said) {
    var cloud = said.getVendorEnvironment();
    return new Standing(
        Readiness.because(
            said.getReasons().stream().map(reason -> Reason.valueOf(reason.name())).toList()),
        money(said.getHoldAmount()),
        said.getOverCommit(),
        cloud == null ? null : VendorEnvironment.valueOf(cloud.name()),
        null);
  }

  private static @Nullable Money money(dev.holdfast.events.@Nullable Money money) {
    return money == null ? null : MoneyCodec.fromAvro(money);
  }
}
