package dev.holdfast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.launcher.Login;
import dev.holdfast.launcher.system.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditArgumentsTest {
  private static final Map<String, String> PASSWORDS =
      Map.of("PGPASSWORD", "open", "SESSION_SETTLEMENT_PASSWORD", "sesame");

  @TempDir private Path root;

  @Test
  void takesAddressesFromTheWordsAndPasswordsFromTheEnvironment() throws IOException {
    Path settings =
        Files.writeString(
            root.resolve("kafka"), "security.protocol=SASL_SSL\nbootstrap.servers=no");
    List<String> words = words("127.0.0.1:1");
    words.addAll(List.of("--kafka-settings", settings.toString()));

    var addresses = AuditArguments.of(words, PASSWORDS);

    assertThat(addresses.kafka())
        .containsEntry("bootstrap.servers", "127.0.0.1:1")
        .containsEntry("security.protocol", "SASL_SSL");
    assertThat(addresses.registry()).hasToString("http://registry:8081/api");
    assertThat(addresses.databases())
        .containsEntry(
            Service.TERMINAL_REGISTRY, new Login("postgresql://127.0.0.1:1/a", "me", "open"))
        .containsEntry(
            Service.SESSION_SETTLEMENT,
            new Login("postgresql://127.0.0.1:1/c?sslmode=require", "me", "sesame"));
    assertThat(addresses.toString()).doesNotContain("sesame", "open", "SASL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port 1|--port' is not known",
        "--kafka|--kafka' is not known, or lacks a value",
        "--kafka a:1|--registry is missing",
        "--registry x|--registry needs the address",
        "--database a=postgresql://u@h:1/d|a' is none of the services",
        "--database session-settlement|without a password",
        "--database session-settlement=postgresql://u:secret@h:1/d|without a password",
        "--kafka-settings /does/not/exist|cannot be read",
      })
  void saysWhatIsWrong(String words, String sentence) {
    assertThatThrownBy(() -> AuditArguments.of(List.of(words.split(" ", -1)), PASSWORDS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence)
        .message()
        .doesNotContain("secret");
  }

  @Test
  void needsEveryDatabaseAndItsPassword() {
    assertThatThrownBy(() -> AuditArguments.of(words("h:1").subList(0, 8), PASSWORDS))
        .hasMessage("--database session-settlement=... is missing.");
    assertThatThrownBy(() -> AuditArguments.of(words("h:1"), Map.of()))
        .hasMessageContaining("set TERMINAL_REGISTRY_PASSWORD or PGPASSWORD");
  }

  @Test
  void exitsWithTwoAndASentenceWhereItCouldNotLook() {
    assertThat(run(List.of())).isEqualTo("2 Nothing is running here.");
    assertThat(run(List.of("--kafka"))).isEqualTo("2 '--kafka' is not known, or lacks a value.");
    assertThat(run(words("127.0.0.1:1")))
        .startsWith(
            "2 The tables of terminal-registry cannot be read at postgresql://127.0.0.1:1/a (user me): ");
  }

  private String run(List<String> words) {
    var out = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    int exit = RunAudit.run(root, words, PASSWORDS, new PrintStream(out), new PrintStream(errors));
    assertThat(out.size()).isZero();
    return exit
        + " "
        + errors
            .toString(StandardCharsets.UTF_8)
            .lines()
            .findFirst()
            .orElse("")
            .replaceAll(" Start deploy/up.*", "");
  }

  private static List<String> words(String database) {
    return new ArrayList<>(
        List.of(
            "--kafka",
            "127.0.0.1:1",
            "--registry",
            "http://registry:8081/api/",
            "--database",
            "terminal-registry=postgresql://me@" + database + "/a",
            "--database",
            "payment-authorization=postgresql://me@" + database + "/b",
            "--database",
            "session-settlement=postgresql://me@" + database + "/c?sslmode=require"));
  }
}
