package dev.holdfast.scenarios;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody who looks at the console with a real browser, and notes what they must not see. */
final class Operator implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final String USABLE = "a[href], button, input, select, summary";
  // A day is typed in three places, and has a button.
  private static final int MOST_STOPS = 4;
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final URI frontDoor;
  private final Playwright playwright;
  private final Browser browser;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  /** How the console is looked at. */
  enum Screen {
    LIGHT(1280, 900, ColorScheme.LIGHT),
    DARK(1280, 900, ColorScheme.DARK),
    PHONE(390, 844, ColorScheme.LIGHT);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Screen(int width, int height, ColorScheme scheme) {
      this.width = width;
      this.height = height;
      this.scheme = scheme;
    }
  }

  Operator(URI frontDoor, Path chromium) {
    this.frontDoor = frontDoor;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(OPTIONS));
    sitAt(Screen.LIGHT);
  }

  /** The system's own Chromium, if there is one. */
  static Optional<Path> chromium() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, "chromium"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A new browser window, with nothing remembered. */
  void sitAt(Screen screen) {
    if (context != null) {
      context.close();
    }
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("Europe/Amsterdam")
                .setPermissions(List.of("clipboard-read", "clipboard-write"))
                .setColorScheme(screen.scheme)
                .setViewportSize(screen.width, screen.height));
    page = context.newPage();
    page.onConsoleMessage(said -> {
      if (said.type().equals("error") || said.type().equals("warning")) {
        complaints.add("console: " + said.text());
      }
    });
    page.onPageError(error -> complaints.add("error: " + error));
    page.onRequest(request -> {
      if (!request.url().startsWith(frontDoor + "/") && !request.url().startsWith("blob:")) {
        complaints.add("request: " + request.url());
      }
    });
  }

  /** What is typed into a form. */
  void fill(String label, String text) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
  }

  /** Opens a view by its address; returns when it has its content. */
  Page open(String view) {
    page.navigate("about:blank");
    page.navigate(frontDoor + "/console/#" + view);
    assertThat(content().locator("h1")).isVisible();
    assertThat(content().locator("[aria-busy]")).hasCount(0);
    return page;
  }

  /** Has the tab behind another one, or before it again. */
  void turnAway(boolean hidden) {
    page.evaluate(
        """
        hidden => {
          Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }\
        """,
        hidden);
  }

  Locator content() {
    return page.locator("#content");
  }

  /** A figure of the overview, by its name. */
  Locator figure(String name) {
    return page.locator("[data-figure='%s']".formatted(name));
  }

  /** A table, by its whole title. */
  Locator table(String title) {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName(title).setExact(true));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  /** What was seen and should not have been; forgets it. */
  List<String> complaints() {
    List<String> said = List.copyOf(complaints);
    complaints.clear();
    return said;
  }

  /** What keeps people out of the view that is open: serious and critical findings of axe. */
  List<String> barriers() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
            .toList();
  }

  /** What is there to be used, and not reached with the Tab key. */
  @SuppressWarnings("unchecked")
  List<String> outOfReach() {
    page.evaluate("reached = new Set(); addEventListener('focusin', at => reached.add(at.target))");
    int places = page.locator(USABLE).count();
    for (int i = 0; i < places * MOST_STOPS; i++) {
      page.keyboard().press("Tab");
    }
    return (List<String>)
        page.evaluate(
            """
            usable => [...document.querySelectorAll(usable)]
                .filter(one => one.checkVisibility() && !one.disabled && !reached.has(one))
                .map(one => one.outerHTML.slice(0, 120))\
            """,
            USABLE);
  }

  /** Is something of the page beside the screen? */
  boolean mustScrollSideways() {
    return (boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  void photograph(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
