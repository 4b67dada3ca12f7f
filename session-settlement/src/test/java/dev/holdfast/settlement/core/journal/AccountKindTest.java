package dev.holdfast.settlement.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountKindTest {
  @ParameterizedTest
  @EnumSource
  void everyAccountHasAKindWhichTheTableTells(Account account) throws IOException {
    AccountKind kind = AccountKind.of(account.name()).orElseThrow();
    assertThat(Files.readString(Path.of("docs/journal.md")))
        .contains("| " + account + " | " + kind + " |");
  }

  @Test
  void knowsNothingOfAnAccountThatIsNewer() {
    assertThat(AccountKind.of("NEWER_ACCOUNT")).isEmpty();
  }
}
