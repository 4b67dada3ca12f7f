package dev.holdfast.launcher;

import dev.holdfast.infrastructure.Database;
import dev.holdfast.launcher.system.LocalSystem;
import java.util.stream.Collectors;

/** The addresses of a running system, and an example to paste. */
public final class Guide {
  private Guide() {}

  /** In words, for whoever started it. */
  public static String to(LocalSystem.Addresses at) {
    return """

    Console          %1$s/console/
    Front door       %1$s   (API descriptions: /terminal-registry/q/openapi, /payment-authorization/q/openapi, /session-settlement/q/openapi)
    Kafka            %2$s
    Schema registry  %3$s
    Payter simulator %4$s
    Stripe simulator %7$s
    PostgreSQL       %5$s
    Logs             %6$s

    Paste this into another shell, in the project's folder: a tap, a session, and what became of it.

    front=%1$s; simulator=%4$s
    send() { curl -s -w '\\n' -H 'Content-Type: application/json' "$@"; }
    terminal=P6826000090001
    send -X PUT $simulator/simulator/clouds/test/terminals/$terminal -d '{"currency":"EUR"}'
    send -X PUT $front/cpos/NL-HLD -d '{"country":"NL"}'
    send -X PUT $front/cpos/NL-HLD/contracts/ACCEPTANCE -H 'If-Match: *' -d '{"validFrom":"2026-01-01T00:00:00Z","agreedBy":"me"}'
    send -X PUT $front/terminals/$terminal -d '{"vendor":"PAYTER","country":"NL","currency":"EUR"}'
    send -X PUT $front/terminals/$terminal/binding -H 'If-Match: *' -d '{"chargerId":"CH-1","evseIds":["NL*HLD*E1"],"cpoId":"NL-HLD"}'
    sleep 1
    send -X POST $simulator/simulator/clouds/test/terminals/$terminal/tap -d '{"profile":"APPROVE_ALL"}'
    reference=$(send -X POST $front/authorizations -d "{\\"terminalSerial\\":\\"$terminal\\",\\"evseId\\":\\"NL*HLD*E1\\",\\"waitSeconds\\":10}" | sed -E 's/.*"reference":"([^"]+)".*/\\1/')
    deploy/publish session-closed "{\\"reference\\":\\"$reference\\",\\"total\\":{\\"minorUnits\\":2340,\\"currency\\":\\"EUR\\"}}"
    sleep 2
    curl -s $front/settlements/$reference
    """
        .formatted(
            at.frontDoor(),
            at.kafka(),
            at.schemaRegistry(),
            at.simulator(),
            at.databases().values().stream()
                .map(Database::reactiveUrl)
                .sorted()
                .collect(Collectors.joining("\n                 ")),
            at.logs(),
            at.stripe());
  }
}
