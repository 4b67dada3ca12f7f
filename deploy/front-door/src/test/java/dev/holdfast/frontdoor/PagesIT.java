package dev.holdfast.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's files behind the front door. */
class PagesIT {
  private final HttpClient http = HttpClient.newHttpClient();
  private final FrontDoor door = FrontDoor.open(0, List.of());

  @AfterEach
  void close() {
    door.close();
    http.close();
  }

  @Test
  void pageMayLoadNothingFromElsewhere() throws Exception {
    var answer = get("/console/");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<script type=\"module\" src=\"app.js\">");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "connect-src 'self'")
        .doesNotContain("http", "unsafe");
  }

  /** Java's client offers it; files that are sent on an upgraded connection break its frames. */
  @Test
  void aConnectionIsNotUpgradedToAnotherProtocol() throws Exception {
    assertThat(get("/console/app.js").version()).isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void rootLeadsToTheConsole() throws Exception {
    var answer = get("/");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).contains("/console/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/app.js",
        "/console/console.css",
        "/console/icon.svg",
        "/console/lib/lit-html/lit-html.js",
        "/console/lib/uplot/uPlot.esm.js",
        "/console/lib/uplot/uPlot.min.css"
      })
  void whatThePageLoadsIsThere(String file) throws Exception {
    assertThat(get(file).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/nothing.js",
        "/console/lib",
        "/console/../dev/holdfast/frontdoor/Pages.class",
        "/console/%2e%2e/console/app.js",
        "/console/lib/uplot/LICENSE"
      })
  void nothingElseIsShown(String file) throws Exception {
    assertThat(get(file).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(door.url() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
