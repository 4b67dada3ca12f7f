package dev.holdfast.authorization;

import dev.holdfast.authorization.FindTerminal.Found;
import dev.holdfast.authorization.core.Admission;
import dev.holdfast.authorization.core.Admission.Admitted;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.Terminal;
import dev.holdfast.authorization.gateway.Gateways;
import dev.holdfast.authorization.kafka.publish.AuthorizationsTopic;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.Authorizations;
import dev.holdfast.authorization.postgres.RequestKey;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Asks for a hold: checks the terminal, writes the authorization, and says so. */
@ApplicationScoped
public class PlaceHold {
  private final Transactions transactions;
  private final Authorizations authorizations;
  private final FindTerminal findTerminal;
  private final Gateways gateways;
  private final OpenTap openTap;

  PlaceHold(
      Transactions transactions,
      Authorizations authorizations,
      FindTerminal findTerminal,
      Gateways gateways,
      OpenTap openTap) {
    this.transactions = transactions;
    this.authorizations = authorizations;
    this.findTerminal = findTerminal;
    this.gateways = gateways;
    this.openTap = openTap;
  }

  /** Places the hold, or says why not; a repeated request finds what the first one made. */
  public Uni<Placed> place(Asked asked) {
    return transactions.run(transaction ->
        earlier(transaction, asked)
            .chain(found ->
                found
                    .map(placed -> Uni.createFrom().item(placed))
                    .orElseGet(() -> placeNew(transaction, asked))));
  }

  private Uni<Optional<Placed>> earlier(Transaction transaction, Asked asked) {
    return asked
        .key()
        .map(key ->
            authorizations
                .ofRequest(transaction, key.key())
                .map(rows -> rows.stream().findFirst().map(row -> again(row, key))))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private static Placed again(AuthorizationRow row, RequestKey key) {
    return row.isAnswerTo(key) ? new Placed.Again(row.toState()) : new Placed.KeyTaken();
  }

  private Uni<Placed> placeNew(Transaction transaction, Asked asked) {
    return findTerminal
        .find(transaction, asked.terminalSerial())
        .chain(found ->
            found
                .map(known -> placeAt(transaction, known, asked))
                .orElseGet(() -> refuse(new Placed.UnknownTerminal())));
  }

  private Uni<Placed> placeAt(Transaction transaction, Found found, Asked asked) {
    var terminal = found.terminal();
    if (!gateways.serves(terminal.vendor())) {
      return refuse(new Placed.NoGateway(terminal.vendor()));
    }
    var amount = asked.amount().orElse(null);
    return switch (Admission.of(terminal, found.vendor(), asked.evseId(), amount)) {
      case Admission.NotReady notReady -> refuse(new Placed.NotReady(notReady));
      case Admission.Wrong wrong -> refuse(new Placed.Wrong(wrong));
      case Admitted admitted ->
          authorizations
              .atTerminal(transaction, terminal.serial())
              .chain(others ->
                  others.isEmpty()
                      ? open(transaction, terminal, admitted, asked)
                      : refuse(new Placed.Busy()));
    };
  }

  private Uni<Placed> open(
      Transaction transaction, Terminal terminal, Admitted admitted, Asked asked) {
    return authorizations
        .now(transaction)
        .map(now -> openTap.at(terminal, asked.evseId(), admitted, now))
        .chain(tap -> insert(transaction, tap, asked));
  }

  private Uni<Placed> insert(Transaction transaction, Tap tap, Asked asked) {
    var state = Authorization.requested(tap);
    var row = openTap.row(state, asked.key().orElse(null));
    var event = AuthorizationsTopic.requested(state, asked.key());
    return authorizations
        .insert(transaction, row)
        .chain(() -> transaction.publish(List.of(event)))
        .replaceWith(new Placed.New(state));
  }

  private static Uni<Placed> refuse(Placed why) {
    return Uni.createFrom().item(why);
  }
}
