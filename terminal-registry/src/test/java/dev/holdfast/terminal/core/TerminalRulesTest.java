package dev.holdfast.terminal.core;

import static dev.holdfast.terminal.core.Samples.ACCEPTANCE;
import static dev.holdfast.terminal.core.Samples.CONTRACT;
import static dev.holdfast.terminal.core.Samples.NOT_SEEN;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.PLACE;
import static dev.holdfast.terminal.core.Samples.SEEN;
import static dev.holdfast.terminal.core.Samples.SERIAL;
import static dev.holdfast.terminal.core.Samples.UNKNOWN;
import static dev.holdfast.terminal.core.Samples.contracted;
import static dev.holdfast.terminal.core.Samples.cpo;
import static dev.holdfast.terminal.core.Samples.eur;
import static dev.holdfast.terminal.core.Samples.healthy;
import static dev.holdfast.terminal.core.Samples.hold;
import static dev.holdfast.terminal.core.Samples.registration;
import static dev.holdfast.terminal.core.Samples.terminal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Decision.Noted;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Decision.Unchanged;
import dev.holdfast.terminal.core.TerminalCommand.Bind;
import dev.holdfast.terminal.core.TerminalCommand.Hear;
import dev.holdfast.terminal.core.TerminalCommand.Reconsider;
import dev.holdfast.terminal.core.TerminalCommand.Register;
import dev.holdfast.terminal.core.TerminalCommand.Retire;
import dev.holdfast.terminal.core.TerminalCommand.Unbind;
import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TerminalRulesTest {
  private static final TerminalRules RULES = new TerminalRules(ACCEPTANCE);
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Terminal READY = terminal(healthy(), contracted());

  @Test
  void introducesATerminalThatNothingIsKnownOf() {
    var decision = decide(null, new Register(registration(HoldTerms.NONE), null));

    assertThat(decision)
        .isEqualTo(
            new Changed(
                null,
                new Terminal(
                    SERIAL,
                    1,
                    LATER,
                    Dossier.of(registration(HoldTerms.NONE)),
                    new Standing(
                        Readiness.because(
                            List.of(Reason.UNKNOWN_TO_VENDOR, Reason.NOT_BOUND_TO_CHARGER)),
                        eur(50),
                        false,
                        null,
                        Instant.parse("2030-01-01T00:00:00Z"))),
                TerminalChange.REGISTERED));
  }

  @Test
  void refusesEverythingElseOfATerminalThatIsNotRegistered() {
    for (var command :
        List.of(new Bind(PLACE), new Unbind(), new Retire(), new Reconsider(), hear(SEEN))) {
      assertThat(decide(null, command)).isEqualTo(new Refused(new Refusal.NotRegistered()));
    }
  }

  @Test
  void refusesAHoldInAnotherCurrencyThanTheTerminalTakes() {
    var pounds = registration("NL", CurrencyUnit.GBP, hold(eur(50)));
    var refused = new Refused(new Refusal.HoldInOtherCurrency(CurrencyUnit.EUR, CurrencyUnit.GBP));

    assertThat(decide(null, new Register(pounds, null))).isEqualTo(refused);
    assertThat(decide(READY, new Register(pounds, null))).isEqualTo(refused);
  }

  @Test
  void wantsAnExplicitHoldWhereNoLimitIsKnown() {
    var silent = registration("AQ", CurrencyUnit.EUR, HoldTerms.NONE);
    var explicit = registration("AQ", CurrencyUnit.EUR, hold(eur(20)));

    assertThat(decide(null, new Register(silent, null)))
        .isEqualTo(new Refused(new Refusal.HoldNeeded("AQ")));
    assertThat(decide(null, new Register(explicit, null))).isInstanceOf(Changed.class);
  }

  @Test
  void registersTheSameAgainWithoutAnyChange() {
    assertThat(decide(READY, new Register(READY.dossier().registration(), null)))
        .isEqualTo(new Unchanged(READY));
  }

  @Test
  void updatesWhatItsOwnerSaysOtherwise() {
    var changed = changed(READY, new Register(registration(hold(eur(30))), null));

    assertThat(changed.change()).isEqualTo(TerminalChange.UPDATED);
    assertThat(changed.before()).isEqualTo(READY);
    assertThat(changed.after().version()).isEqualTo(READY.version() + 1);
    assertThat(changed.after().changedAt()).isEqualTo(LATER);
    assertThat(changed.after().standing().hold()).isEqualTo(eur(30));
  }

  @Test
  void bindsToAChargerOfAKnownCpoOnly() {
    var elsewhere = new Place("C2", List.of("E1"), "NL-XYZ");

    assertThat(decide(READY, new Bind(elsewhere)))
        .isEqualTo(new Refused(new Refusal.CpoUnknown("NL-XYZ")));
  }

  @Test
  void movesToAnotherChargerAndEndsTheBindingBefore() {
    var next = new Place("C2", List.of("E1"), PLACE.cpoId());
    var changed = changed(READY, new Bind(next));

    assertThat(changed.change()).isEqualTo(TerminalChange.BOUND);
    assertThat(changed.after().dossier().binding()).isEqualTo(new Binding(next, LATER));
  }

  @Test
  void bindsToTheSamePlaceWithoutAnyChangeWhateverTheOrderOfItsEvses() {
    var place = new Place("C", List.of("E2", "E1", "E2"), PLACE.cpoId());
    var bound = changed(READY, new Bind(place)).after();

    assertThat(decide(bound, new Bind(new Place("C", List.of("E1", "E2"), PLACE.cpoId()))))
        .isEqualTo(new Unchanged(bound));
  }

  @Test
  void registersOnAChargerAtOnce() {
    var register = new Register(registration(HoldTerms.NONE), PLACE);
    var changed = changed(null, register);

    assertThat(changed.change()).isEqualTo(TerminalChange.REGISTERED);
    assertThat(changed.after().version()).isEqualTo(1);
    assertThat(changed.after().dossier().binding()).isEqualTo(new Binding(PLACE, LATER));
    assertThat(decide(changed.after(), register)).isEqualTo(new Unchanged(changed.after()));
  }

  @Test
  void movesWhatIsRegisteredAgainOnAnotherCharger() {
    var next = new Place("C2", List.of("E1"), PLACE.cpoId());
    var same = changed(READY, new Register(READY.dossier().registration(), next));
    var other = changed(READY, new Register(registration(hold(eur(30))), next));
    var staying = changed(READY, new Register(registration(hold(eur(30))), null));

    assertThat(same.change()).isEqualTo(TerminalChange.BOUND);
    assertThat(other.change()).isEqualTo(TerminalChange.UPDATED);
    assertThat(other.after().dossier().binding()).isEqualTo(new Binding(next, LATER));
    assertThat(staying.after().dossier().binding()).isEqualTo(READY.dossier().binding());
    assertThat(
            decide(
                READY,
                new Register(registration(hold(eur(30))), new Place("C", List.of("E"), "NL-XYZ"))))
        .isEqualTo(new Refused(new Refusal.CpoUnknown("NL-XYZ")));
  }

  @Test
  void notesANewReviewWithoutPublishingIt() {
    var ends = new Contract(CONTRACT.validFrom(), LATER.plusSeconds(60), "shortened");
    var noted =
        (Noted)
            decide(
                READY,
                new Reconsider(),
                cpo(HoldTerms.NONE, Map.of(Environment.ACCEPTANCE, List.of(ends))));

    assertThat(noted.after().version()).isEqualTo(READY.version());
    assertThat(noted.after().standing().reviewAt()).isEqualTo(LATER.plusSeconds(60));
  }

  @Test
  void unbindsOnce() {
    var changed = changed(READY, new Unbind());

    assertThat(changed.change()).isEqualTo(TerminalChange.UNBOUND);
    assertThat(changed.after().standing().readiness().reasons())
        .containsExactly(Reason.NOT_BOUND_TO_CHARGER);
    assertThat(decide(changed.after(), new Unbind())).isEqualTo(new Unchanged(changed.after()));
  }

  @Test
  void retiresForEver() {
    var changed = changed(READY, new Retire());
    var retired = changed.after();

    assertThat(changed.change()).isEqualTo(TerminalChange.RETIRED);
    assertThat(retired.dossier().binding()).isNull();
    for (var command : List.of(new Retire(), new Unbind(), new Reconsider(), hear(SEEN))) {
      assertThat(decide(retired, command)).isEqualTo(new Unchanged(retired));
    }
    for (var command : List.of(new Bind(PLACE), new Register(registration(HoldTerms.NONE), null))) {
      assertThat(decide(retired, command)).isEqualTo(new Refused(new Refusal.AlreadyRetired()));
    }
  }

  @Test
  void publishesWhatTheVendorSaysOnlyWhereSomethingFollowsFromIt() {
    var offline = new CloudAnswer.Seen(LATER, false, "IDLE", true, true, CurrencyUnit.EUR);
    var noted = (Noted) decide(READY, hear(offline));

    assertThat(noted.before()).isEqualTo(READY);
    assertThat(noted.after().version()).isEqualTo(READY.version());
    assertThat(noted.after().dossier().facts().seenIn(VendorEnvironment.TEST)).contains(offline);
    assertThat(changed(READY, hear(NOT_SEEN)).change()).isEqualTo(TerminalChange.READINESS_CHANGED);
  }

  @Test
  void staysReadyWhileTheVendorDoesNotAnswer() {
    assertThat(decide(READY, hear(UNKNOWN))).isInstanceOf(Noted.class);
  }

  @Test
  void followsItsCpo() {
    var lower = cpo(hold(eur(20)), contracted().contracts());
    var without = cpo(HoldTerms.NONE, Map.of());
    var hold = (Changed) decide(READY, new Reconsider(), lower);
    var contract = (Changed) decide(READY, new Reconsider(), without);

    assertThat(hold.change()).isEqualTo(TerminalChange.UPDATED);
    assertThat(hold.after().standing().hold()).isEqualTo(eur(20));
    assertThat(contract.change()).isEqualTo(TerminalChange.READINESS_CHANGED);
    assertThat(decide(READY, new Reconsider())).isEqualTo(new Unchanged(READY));
  }

  private static Hear hear(CloudAnswer answer) {
    return new Hear(Map.of(VendorEnvironment.TEST, answer));
  }

  private static Changed changed(@Nullable Terminal before, TerminalCommand command) {
    return (Changed) decide(before, command);
  }

  private static Decision decide(@Nullable Terminal before, TerminalCommand command) {
    return decide(before, command, contracted());
  }

  private static Decision decide(@Nullable Terminal before, TerminalCommand command, Cpo cpo) {
    return RULES.decide(SERIAL, before, command, Map.of(cpo.cpoId(), cpo), LATER);
  }
}
