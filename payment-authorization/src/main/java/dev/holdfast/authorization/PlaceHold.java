package dev.holdfast.authorization;

import dev.holdfast.authorization.FindTerminal.Found;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.admission.Admission;
import dev.holdfast.authorization.core.admission.Admission.Admitted;
import dev.holdfast.authorization.core.admission.Halt;
import dev.holdfast.authorization.core.admission.RequestKey;
import dev.holdfast.authorization.core.admission.Terminal;
import dev.holdfast.authorization.gateway.Gateways;
import dev.holdfast.authorization.kafka.publish.AuthorizationsTopic;
import dev.holdfast.authorization.postgres.AuthorizationTable;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Asks for a hold: checks the terminal, writes the authorization, and publishes it. */
@ApplicationScoped
public class PlaceHold {
  private final Transactions transactions;
  private final AuthorizationTable authorizations;
  private final FindTerminal findTerminal;
  private final Gateways gateways;
  private final OpenTap openTap;

  /**
   * A request for a hold, well formed, but not yet checked against the terminal.
   *
   * @param amount null to hold what the terminal is set to
   */
  public record Request(
      String terminalSerial, String evseId, @Nullable Money amount, @Nullable RequestKey key) {}

  /** What became of a request for a hold. */
  public sealed interface Answer {
    /** A new authorization; its terminal is being armed. */
    record New(Authorization state) implements Answer {}

    /** The same request was made before: this is what became of it. */
    record Again(Authorization state) implements Answer {}

    /** The key was used for another request. */
    record KeyTaken() implements Answer {}

    /** The registry has not told of this terminal. */
    record UnknownTerminal() implements Answer {}

    /** Another driver stands at the terminal. */
    record Busy() implements Answer {}

    /** No gateway here serves the terminals of this vendor. */
    record NoGateway(String vendor) implements Answer {}

    /** A person lets no taps in. */
    record Halted(Halt halt) implements Answer {}

    /** The terminal may not take a card now. */
    record NotReady(Admission.NotReady why) implements Answer {}

    /** The request does not fit the terminal. */
    record Wrong(Admission.Wrong what) implements Answer {}
  }

  PlaceHold(
      Transactions transactions,
      AuthorizationTable authorizations,
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
  public Uni<Answer> place(Request request) {
    return transactions.run(transaction ->
        earlier(transaction, request)
            .chain(found ->
                found.map(PlaceHold::answer).orElseGet(() -> placeNew(transaction, request))));
  }

  private Uni<Optional<Answer>> earlier(Transaction transaction, Request request) {
    var key = request.key();
    return key == null
        ? Uni.createFrom().item(Optional.empty())
        : authorizations
            .ofRequest(transaction, key.key())
            .map(rows ->
                rows.stream()
                    .findFirst()
                    .map(row ->
                        row.isAnswerTo(key)
                            ? new Answer.Again(row.toState())
                            : new Answer.KeyTaken()));
  }

  private Uni<Answer> placeNew(Transaction transaction, Request request) {
    return findTerminal
        .find(transaction, request.terminalSerial())
        .chain(found ->
            found
                .map(known -> placeAt(transaction, known, request))
                .orElseGet(() -> answer(new Answer.UnknownTerminal())));
  }

  private Uni<Answer> placeAt(Transaction transaction, Found found, Request request) {
    var terminal = found.terminal();
    if (!gateways.serves(terminal.vendor())) {
      return answer(new Answer.NoGateway(terminal.vendor()));
    }
    if (found.halt().isPresent()) {
      return answer(new Answer.Halted(found.halt().get()));
    }
    return switch (Admission.of(terminal, found.vendor(), request.evseId(), request.amount())) {
      case Admission.NotReady notReady -> answer(new Answer.NotReady(notReady));
      case Admission.Wrong wrong -> answer(new Answer.Wrong(wrong));
      case Admitted admitted ->
          authorizations
              .atTerminal(transaction, terminal.serial())
              .chain(others ->
                  others.isEmpty()
                      ? open(transaction, terminal, admitted, request)
                      : answer(new Answer.Busy()));
    };
  }

  private Uni<Answer> open(
      Transaction transaction, Terminal terminal, Admitted admitted, Request request) {
    return authorizations
        .now(transaction)
        .map(now -> openTap.at(terminal, request.evseId(), admitted, now))
        .chain(tap -> insert(transaction, tap, request));
  }

  private Uni<Answer> insert(Transaction transaction, Tap tap, Request request) {
    var state = Authorization.requested(tap);
    var row = openTap.row(state, request.key());
    var event = AuthorizationsTopic.requested(state, request.key());
    return authorizations
        .insert(transaction, row)
        .chain(() -> transaction.publish(List.of(event)))
        .replaceWith(new Answer.New(state));
  }

  private static Uni<Answer> answer(Answer answer) {
    return Uni.createFrom().item(answer);
  }
}
