package dev.holdfast.scenarios;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What finance sees and does in the console; part of {@link ConsoleIT}, which starts the system.
 */
interface FinanceViews {
  /** After the tests that only look. */
  int LATE = Integer.MAX_VALUE - 2;

  /** After everything has been looked at. */
  int LATER = Integer.MAX_VALUE - 1;

  LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

  Operator operator();

  Stage stage();

  Past past();

  @Test
  default void aShortfallIsWrittenOffOnceAPersonHasSaidSo() {
    var page = operator().open("/payments/" + past().lost());
    operator().fill("Who decides", "Ines");
    operator().fill("Why", "the card is gone");
    page.onceDialog(Dialog::accept);
    operator().button("Decide").click();

    var summary = page.getByLabel("Summary");
    assertThat(summary.getByText("write off by Ines: the card is gone")).isVisible(PATIENTLY);
    assertThat(summary).containsText("Written offEUR 10.00");
  }

  @Test
  default void theBooksAgree() {
    var page = operator().open("/finance");
    operator().button("Check the books now").click();
    assertThat(page.getByText("books agree")).isVisible(PATIENTLY);

    operator().link("Trial balance").click();

    assertThat(page.getByText("Debits equal credits, for each CPO")).isVisible();
    assertThat(page.getByLabel("Each account that holds")).containsText("charging revenue");
  }

  @Test
  default void whatIsOpenIsShownByAge() {
    var page = operator().open("/finance");
    assertThat(page.getByLabel("By how long ago it was booked as open"))
        .containsText("up to 7 days");

    operator().link("The payments that are open").click();

    assertThat(page.getByLabel("The newest taps first")).containsText(past().above().substring(24));
  }

  @Test
  default void settlementsAreDownloaded() throws IOException {
    operator().open("/finance/settlements");

    var file = downloaded();

    assertThat(file.suggestedFilename()).isEqualTo("settlements.csv");
    assertThat(Files.readString(file.path())).contains(past().above() + ",", ",60.00,EUR,50.00,");
  }

  @Test
  default void theJournalIsDownloaded() throws IOException {
    var page = operator().open("/finance/journal?cpo=NL-HLD&cause=SHORTFALL");
    assertThat(page.getByLabel("The newest entries first")).containsText("overage receivable");

    var file = downloaded();

    assertThat(file.suggestedFilename()).isEqualTo("journal.csv");
    assertThat(Files.readString(file.path()))
        .contains("," + past().above() + ",", ",SHORTFALL,", ",10.00,EUR")
        .doesNotContain("SESSION_BILLED");
  }

  @Test
  default void aFileIsDownloadedAsTheReadersSpreadsheetWantsIt() throws IOException {
    var page = operator().open("/finance/journal?cpo=NL-HLD");
    page.getByLabel("Separator").selectOption("SEMICOLON");
    page.getByLabel("Byte order mark").selectOption("true");

    assertThat(Files.readString(downloaded().path()))
        .startsWith("\uFEFFbookingDay;bookedAt;")
        .contains(";" + past().above() + ";");
  }

  private Download downloaded() {
    return operator()
        .content()
        .page()
        .waitForDownload(() -> operator().link("Download all of them (CSV)").click());
  }

  @Test
  default void aSettlementReportIsHeldAgainstWhatIsKnownHere(@TempDir Path folder)
      throws IOException {
    var page = operator().open("/finance/reports");
    page.getByLabel("Report as the gateway gives it (CSV)")
        .setInputFiles(Files.writeString(folder.resolve("report.csv"), report()));
    operator().button("Read it").click();

    assertThat(operator().table("broken")).containsText("4–amount");
    assertThat(operator().table("missing here")).containsText("nobodys");
    operator().photograph("LIGHT-finance-report");
    assertThat(operator().barriers()).isEmpty();
    operator().link("matched 1").first().click();
    assertThat(operator().table("matched")).containsText(past().above().substring(24));
    assertThat(operator().table("matched")).containsText("EUR 0.30");

    assertThat(operator().table("What would be booked")).containsText("gateway fee");
    page.getByLabel("CPO of lines that belong to no payment").fill(Site.CPO);
    page.getByLabel("Who").fill("Ines");
    page.getByLabel("Why").fill("it agrees with the bank");
    page.onceDialog(Dialog::accept);
    operator().button("Book it").click();
    assertThat(operator().table("What is booked")).containsText("gateway fee");
    assertThat(operator().barriers()).isEmpty();

    operator().open("/finance/chargebacks");
    assertThat(operator().table("What is to be answered first"))
        .containsText("unknown: ask the gateway");
    operator().photograph("LIGHT-finance-chargebacks");
    operator().open("/payments/" + past().above());
    assertThat(operator().content()).containsText("The card holder's bank took 50.00 EUR back");
  }

  /** What the gateway took, what nobody here knows, and a line that cannot be read. */
  private String report() {
    String taken =
        stage()
            .frontDoor()
            .get("/authorizations/" + past().above())
            .findValuesAsText("gatewayReference")
            .getLast();
    return """
    Session ID,Type,Currency,Amount,Fee
    %1$s,COMMIT,EUR,50.00,0.30
    nobodys,COMMIT,EUR,12.00,0.10
    %1$s,COMMIT,EUR,a lot,0.10
    %1$s,CHARGEBACK,EUR,-50.00,15.00
    """
        .formatted(taken);
  }

  @Test
  default void aDayIsClosedOnceAPersonHasSaidSo() {
    var page = operator().open("/finance/days");
    operator().link(Site.CPO).click();
    page.getByLabel("Who").first().fill("Ines");
    page.getByLabel("Why").first().fill("the day is done");
    page.onceDialog(Dialog::dismiss);
    operator().button("Close the day").click();
    assertThat(stage().frontDoor().get("/days?cpo=" + Site.CPO).path("closed")).isEmpty();

    page.onceDialog(Dialog::accept);
    operator().button("Close the day").click();

    assertThat(page.getByLabel("The newest first")).containsText("the day is done");
    assertThat(operator().content()).isFocused();
  }

  @Test
  @Order(LATER)
  default void whatNeedsAPersonIsDecidedWhereItIsListed() {
    var page = operator().open("/attention");
    var list = page.getByLabel("Settlements that need a person");
    assertThat(list).containsText(past().odd().substring(24));
    assertThat(list).containsText("currency mismatch");

    page.getByText("Decide about …" + past().odd().substring(24)).click();
    operator().fill("Who decides", "Ines");
    operator().fill("Why", "wrong tariff");
    page.onceDialog(Dialog::accept);
    operator().button("Decide").click();

    assertThat(list).hasCount(0);
    assertThat(stage().frontDoor().get("/settlements/" + past().odd()).path("status").asText())
        .isNotEqualTo("ATTENTION");
  }
}
