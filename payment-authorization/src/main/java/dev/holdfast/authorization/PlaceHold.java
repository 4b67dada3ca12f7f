package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.admission.Admission;
import dev.holdfast.authorization.core.admission.Admission.Admitted;
import dev.holdfast.authorization.core.admission.Halt;
import dev.holdfast.authorization.core.admission.RequestKey;
import dev.holdfast.authorization.core.admission.Terminal;
import dev.holdfast.authorization.due.Backlog;
import dev.holdfast.authorization.kafka.publish.AuthorizationsTopic;
import dev.holdfast.authorization.postgres.AuthorizationTable;
import dev.holdfast.authorization.postgres.TapTable.Around;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Asks for a hold: checks the terminal, writes the authorization, and publishes it. */
@ApplicationScoped
public class PlaceHold {
  private final Transactions transactions;
  private final AuthorizationTable authorizations;
  private final FindTerminal findTerminal;
  private final OpenTap openTap;
  private final Backlog backlog;

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

    /** So many wait here that this driver would have left before the answer. */
    record NotNow(Duration comeAgainAfter) implements Answer {}

    /** The request does not fit the terminal. */
    record Wrong(Admission.Wrong what) implements Answer {}
  }

  PlaceHold(
      Transactions transactions,
      AuthorizationTable authorizations,
      FindTerminal findTerminal,
      OpenTap openTap,
      Backlog backlog) {
    this.transactions = transactions;
    this.authorizations = authorizations;
    this.findTerminal = findTerminal;
    this.openTap = openTap;
    this.backlog = backlog;
  }

  /** Places the hold, or says why not; a repeated request finds what the first one made. */
  public Uni<Answer> place(Request request) {
    return backlog
        .tooLong()
        .map(wait -> answer(new Answer.NotNow(wait)))
        .orElseGet(() -> placeNow(request));
  }

  private Uni<Answer> placeNow(Request request) {
    return transactions.run(transaction ->
        findTerminal
            .around(transaction, request.terminalSerial(), request.key())
            .chain(around ->
                around
                    .earlier()
                    .map(earlier -> again(transaction, earlier, request))
                    .orElseGet(() -> placeNew(transaction, around, request))));
  }

  private Uni<Answer> again(Transaction transaction, UUID earlier, Request request) {
    return authorizations
        .find(transaction, earlier)
        .map(Optional::orElseThrow)
        .map(row ->
            request.key() != null && row.isAnswerTo(request.key())
                ? new Answer.Again(row.toState())
                : new Answer.KeyTaken());
  }

  private Uni<Answer> placeNew(Transaction transaction, Around around, Request request) {
    return findTerminal
        .find(transaction, request.terminalSerial())
        .chain(found ->
            found
                .map(terminal -> placeAt(transaction, terminal, around, request))
                .orElseGet(() -> answer(new Answer.UnknownTerminal())));
  }

  private Uni<Answer> placeAt(
      Transaction transaction, Terminal terminal, Around around, Request request) {
    if (!findTerminal.isServed(terminal)) {
      return answer(new Answer.NoGateway(terminal.vendor()));
    }
    if (around.halt().isPresent()) {
      return answer(new Answer.Halted(around.halt().get()));
    }
    var vendor = findTerminal.statusOf(terminal, around);
    return switch (Admission.of(terminal, vendor, request.evseId(), request.amount())) {
      case Admission.NotReady notReady -> answer(new Answer.NotReady(notReady));
      case Admission.Wrong wrong -> answer(new Answer.Wrong(wrong));
      case Admitted admitted ->
          around.busy()
              ? answer(new Answer.Busy())
              : insert(
                  transaction,
                  openTap.at(terminal, request.evseId(), admitted, around.now()),
                  request);
    };
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
