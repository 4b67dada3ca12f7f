package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.core.report.GatewayAccount;
import dev.holdfast.settlement.core.report.GatewayAccount.Name;
import dev.holdfast.settlement.core.report.GatewayAccount.Owners;
import dev.holdfast.settlement.postgres.AccountTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a person say to which CPOs an account at a gateway belongs. */
@ApplicationScoped
public class KeepAccounts {
  private final Transactions transactions;
  private final AccountTable accounts;

  KeepAccounts(Transactions transactions, AccountTable accounts) {
    this.transactions = transactions;
    this.accounts = accounts;
  }

  /** What came of it. */
  public sealed interface Answer {
    /** It belongs to them. */
    record Done(GatewayAccount account) implements Answer {}

    /** It was decided on another version than the newest, or on none. */
    record Stale(GatewayAccount newest) implements Answer {}
  }

  /** At most so many behind that one, or the first ones. */
  public Uni<List<GatewayAccount>> list(@Nullable Name after, int most) {
    return accounts.after(after, most);
  }

  /**
   * Sets whose an account is from a day on. What is booked stays as it is; reports that are judged
   * or booked from now on are held against it.
   *
   * @param version of the account that it is decided on; null where nobody said
   */
  public Uni<Answer> set(Name name, @Nullable Long version, Owners owners) {
    return transactions.run(transaction ->
        accounts
            .lock(transaction, name)
            .chain(account ->
                version != null && version == account.version()
                    ? set(transaction, account, owners)
                    : Uni.createFrom().item(new Answer.Stale(account))));
  }

  private Uni<Answer> set(Transaction transaction, GatewayAccount account, Owners owners) {
    return accounts
        .write(transaction, account.name(), account.version() + 1, owners)
        .chain(() -> accounts.find(transaction, account.name()))
        .map(Answer.Done::new);
  }
}
