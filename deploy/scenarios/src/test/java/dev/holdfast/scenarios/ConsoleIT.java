package dev.holdfast.scenarios;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Progress;
import dev.holdfast.scenarios.Operator.Screen;
import dev.holdfast.scenarios.Step.AskForHold;
import dev.holdfast.scenarios.Step.AwaitAuthorization;
import dev.holdfast.scenarios.Step.TapCard;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The operator console in a real browser, before the whole system. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT implements FinanceViews {
  private LocalSystem system;
  private Stage stage;
  private Operator operator;
  private Past past;

  @BeforeAll
  void start() {
    var chromium = Operator.chromium();
    Assumptions.assumeTrue(chromium.isPresent(), "Chromium is missing: apt-get install chromium");
    system =
        LocalSystem.start(
            Path.of(System.getProperty("holdfast.root")),
            OptionalInt.empty(),
            new Progress(System.out));
    stage = Stage.of(system);
    past = Past.happened(stage);
    operator = new Operator(system.addresses().frontDoor(), chromium.orElseThrow());
  }

  @BeforeEach
  void sit() {
    operator.sitAt(Screen.LIGHT);
  }

  /** No message on the browser's console, and no request outside the front door. */
  @AfterEach
  void nothingIsAmiss() {
    assertThat(operator.complaints()).isEmpty();
  }

  @AfterAll
  void close() {
    if (operator != null) {
      operator.close();
    }
  }

  @Override
  public Operator operator() {
    return operator;
  }

  @Override
  public Stage stage() {
    return stage;
  }

  @Override
  public Past past() {
    return past;
  }

  /** Late, when there is something to see in each. */
  @ParameterizedTest
  @EnumSource
  @Order(LATE)
  void everyViewIsOpenToEverybodyOnEveryScreen(Screen screen) {
    operator.sitAt(screen);
    for (var view : past.views()) {
      operator.open(view);

      operator.photograph(
          screen + view.replaceAll("[0-9a-f-]{36}|P\\d+", "one").replaceAll("\\W", "-"));
      assertThat(operator.barriers()).as(view).isEmpty();
      assertThat(operator.mustScrollSideways()).as(view).isFalse();
    }
  }

  @Test
  @Order(LATE)
  void everythingIsReachedByKeysAlone() {
    for (var view : past.views()) {
      operator.open(view);

      assertThat(operator.outOfReach()).as(view).isEmpty();
    }
  }

  @Test
  void figuresAreThoseOfTheTotals() {
    operator.open("/");
    var totals = stage.frontDoor().get("/totals").required("items");
    long captured =
        StreamSupport.stream(totals.spliterator(), false)
            .filter(line -> line.path("currency").asText().equals("EUR"))
            .mapToLong(line -> line.path("amounts").path("captured").longValue())
            .sum();

    assertThat(operator.figure("Captured"))
        .hasText("EUR %d.%02d".formatted(captured / 100, captured % 100));
    assertThat(operator.figure("Attention")).hasText("1");
  }

  @Test
  void aTapIsSeenWithoutLookingAgain() {
    var page = operator.open("/");
    assertThat(page.locator("[data-live=yes]")).isVisible();
    int before = Integer.parseInt(operator.figure("Taps").innerText());
    var player = new Player(stage, Card.GRANTS_EVERYTHING, Past.FREE);

    player.play(List.of(new AskForHold()));
    long asked = System.nanoTime();
    assertThat(operator.figure("Taps")).hasText(Integer.toString(before + 1));
    System.out.printf("The tap was seen after %d ms%n", (System.nanoTime() - asked) / 1_000_000);
    player.play(List.of(new TapCard(), new AwaitAuthorization("HELD")));
    assertThat(page.getByLabel("The latest taps").locator("tbody tr").first()).containsText("held");
    giveBack(player.reference());
  }

  /** A hold is given back only after the operator was asked once, and said yes. */
  private void giveBack(String reference) {
    var page = operator.open("/payments/" + reference);
    var button = operator.button("Give the hold back");
    page.onceDialog(Dialog::dismiss);
    button.click();
    assertThat(stage.frontDoor().get("/authorizations/" + reference).path("status").asText())
        .isEqualTo("HELD");
    page.onceDialog(Dialog::accept);
    button.click();
    assertThat(page.getByLabel("Summary").getByText("released")).isVisible(PATIENTLY);
  }

  @Test
  void aTerminalIsFoundAndItsTroubleMended() {
    var page = operator.open("/terminals");
    page.getByLabel("Serial or charger begins with").fill(Past.STRANGER);
    page.keyboard().press("Enter");
    operator.link(Past.STRANGER).click();
    assertThat(operator.content()).isFocused();
    var verdict = page.getByLabel("Verdict");
    assertThat(verdict).containsText("vendor acts:");
    assertThat(page.locator("ol.steps li")).hasCount(12);

    operator.button("Copy as text").click();
    assertThat(page.locator("#said")).containsText("Copied");
    assertThat((String) page.evaluate("navigator.clipboard.readText()"))
        .contains("NOT READY", Past.STRANGER);

    new Site(stage).carryOut(Past.STRANGER, new Act.AddToCloud("test"));
    operator.button("Check again").click();
    assertThat(verdict.getByText("may take a card now")).isVisible(PATIENTLY);
  }

  @Test
  void aPaymentIsFoundByWhatADriverRemembers() {
    var page = operator.open("/payments");
    page.getByLabel("Card's last four digits").fill("1234");
    page.getByLabel("Amount", new Page.GetByLabelOptions().setExact(true)).fill("50.00");
    page.getByLabel("Terminal's serial").fill(Past.REFUSED);
    operator.button("Find").click();
    operator.link(past.above().substring(24)).click();

    assertThat(page.locator("ol.steps"))
        .containsText(
            "The bank refused 60.00 EUR; the hold of 50.00 EUR was taken; 10.00 EUR is open.");
    assertThat(page.getByLabel("In the order of booking")).containsText("EUR 10.00");
  }

  @Test
  void aPaymentIsFoundByItsSession() {
    var page = operator.open("/payments?session=session-" + past.above());

    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("tbody tr")).containsText(past.above().substring(24));
  }

  @Test
  void whatIsNotThereSaysWhatToDo() {
    var page = operator.open("/terminals?q=NOBODY");
    assertThat(operator.content()).containsText("No terminal is found. Search for less");

    page.navigate(page.url().replaceAll("#.*", "#/nowhere"));
    assertThat(operator.content()).containsText("Choose one above");

    page.navigate(page.url().replaceAll("#.*", "#/payments?lastFour=12"));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("lastFour");
    assertThat(page.getByLabel("Card's last four digits")).hasValue("12");
    assertThat(operator.complaints()).allMatch(said -> said.contains("400"));
  }

  /** A browser allows few connections: many tabs must not starve the one that is seen. */
  @Test
  void aTabThatNobodySeesKeepsNoStream() {
    var page = operator.open("/");
    assertThat(page.locator("[data-live=yes]")).isVisible();

    operator.turnAway(true);
    assertThat(page.locator("[data-live=no]")).isVisible();
    operator.turnAway(false);
    assertThat(page.locator("[data-live=yes]")).isVisible();
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void aRestartIsToldAndSurvived() throws InterruptedException {
    var page = operator.open("/");
    assertThat(page.locator("[data-live=yes]")).isVisible();

    var restart = Thread.startVirtualThread(stage.killPaymentAuthorization());
    assertThat(page.locator("[data-live=no]")).isVisible(PATIENTLY);
    assertThat(page.getByText("since").first()).isVisible();
    assertThat(page.locator("[data-live=yes]")).isVisible(PATIENTLY);
    assertThat(page.locator(".trouble")).hasCount(0);
    assertThat(operator.complaints()).allMatch(said -> said.startsWith("console: Failed to load"));
    restart.join();
  }
}
