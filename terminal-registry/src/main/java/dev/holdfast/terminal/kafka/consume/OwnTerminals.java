package dev.holdfast.terminal.kafka.consume;

import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.OwnTopic;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.ReadinessReason;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.terminal.TakeOverTerminals;
import dev.holdfast.terminal.TakeOverTerminals.Published;
import dev.holdfast.terminal.core.Binding;
import dev.holdfast.terminal.core.Dossier;
import dev.holdfast.terminal.core.Place;
import dev.holdfast.terminal.core.Readiness;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Registration;
import dev.holdfast.terminal.core.Standing;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalChange;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Takes terminals over from terminals.v1 after the database was restored. */
@ApplicationScoped
class OwnTerminals implements OwnTopic<TerminalChanged> {
  private final TakeOverTerminals takeOverTerminals;

  OwnTerminals(TakeOverTerminals takeOverTerminals) {
    this.takeOverTerminals = takeOverTerminals;
  }

  @Override
  public Topic topic() {
    return Topic.TERMINALS;
  }

  @Override
  public Uni<List<TerminalChanged>> unknown(
      Transaction transaction, List<TerminalChanged> records) {
    return takeOverTerminals
        .versions(transaction, records.stream().map(TerminalChanged::getSerial).toList())
        .map(known ->
            records.stream()
                .filter(said -> said.getVersion() > known.getOrDefault(said.getSerial(), 0L))
                .toList());
  }

  @Override
  public Uni<Void> takeOver(Transaction transaction, List<TerminalChanged> unknown) {
    return takeOverTerminals.takeOver(
        transaction, unknown.stream().map(OwnTerminals::published).toList());
  }

  private static Published published(TerminalChanged said) {
    var isRetired = said.getReasons().contains(ReadinessReason.RETIRED);
    var dossier = new Dossier(registration(said), binding(said), VendorFacts.NONE, isRetired);
    return new Published(
        new Terminal(
            said.getSerial(), said.getVersion(), said.getOccurredAt(), dossier, standing(said)),
        TerminalChange.valueOf(said.getChange().name()));
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
