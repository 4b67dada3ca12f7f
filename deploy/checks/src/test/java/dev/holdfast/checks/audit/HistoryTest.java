package dev.holdfast.checks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.checks.audit.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Key TERMINAL = Key.of("P6826000090001");
  private static final Place AT_SERVICE = new Place.AtService();

  private final Findings findings = new Findings("terminals.v1");
  private final History history = new History(true, findings);
  private long offset;

  @Test
  void everyVersionInItsOrderIsNoDifference() {
    say(1, 2, 3);

    assertThat(missingUpTo(3)).isZero();
    assertThat(findings.count()).isZero();
  }

  @Test
  void saidAgainIsNoDifference() {
    say(1, 2, 3, 1, 2, 3, 4);

    assertThat(missingUpTo(4)).isZero();
    assertThat(findings.count()).isZero();
  }

  @Test
  void aVersionThatWasNeverSaidIsMissingThoughALaterOneIsThere() {
    say(1, 2, 4, 7);

    assertThat(history.missing(TERMINAL, 7).words(7)).isEqualTo("versions 3, 5 to 6");
  }

  @Test
  void theTablesNewestVersionsAreMissing() {
    say(1);

    assertThat(history.missing(TERMINAL, 3).words(3)).isEqualTo("versions 2 to 3");
    assertThat(history.missing(Key.of("P6826000090002"), 1).words(1)).isEqualTo("version 1");
  }

  @Test
  void versionsThatTheTableNeverHadAreNotMissing() {
    say(1, 9);

    assertThat(missingUpTo(2)).isEqualTo(1);
  }

  @Test
  void goesBackOnItsFirstAppearance() {
    say(1, 3, 2);

    assertThat(missingUpTo(3)).isZero();
    assertThat(findings.told())
        .extracting(Difference::kind, Difference::sentence)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Kind.OUT_OF_ORDER,
                TERMINAL + ", version 2 first appears after version 3 (partition 0, offset 2)."));
  }

  @Test
  void whatWasSetAsideAndSentAgainMayComeLate() {
    history.excuse(said(2, "READY"));
    say(1, 3, 2);

    assertThat(missingUpTo(3)).isZero();
    assertThat(findings.count()).isZero();
  }

  @Test
  void whatWaitsIsNotMissing() {
    say(1);

    assertThat(history.take(said(2, "READY"), AT_SERVICE)).isTrue();
    assertThat(history.take(said(3, "READY"), AT_SERVICE)).isTrue();
    assertThat(missingUpTo(3)).isZero();
  }

  @Test
  void whatWasSentMeanwhileDoesNotWait() {
    say(1, 2);

    assertThat(history.take(said(2, "READY"), AT_SERVICE)).isFalse();
  }

  @Test
  void whatWasSetAsideIsNotMissingBeforeALaterVersion() {
    say(1, 3);

    assertThat(history.take(said(2, "READY"), AT_SERVICE)).isTrue();
    assertThat(missingUpTo(3)).isZero();
    assertThat(findings.count()).isZero();
  }

  @Test
  void oneVersionMustNotSayTwoThings() {
    say(1);
    history.take(said(1, "NOT_READY"), next());

    assertThat(findings.count(Kind.DIFFERING)).isEqualTo(1);
  }

  @Test
  void anEarlierSchemaOfTheSameVersionSaysNoOtherThing() {
    say(1);
    history.take(
        new Said(TERMINAL, 1, Content.of(Map.of()), Set.of()), new Place.OnTopic(0, offset));

    assertThat(findings.count()).isZero();
  }

  @Test
  void whatCompactionMayHaveTakenIsNotMissing() {
    say(1);
    offset += 3;
    say(5, 6, 8);

    assertThat(history.missing(TERMINAL, 8).words(8)).isEqualTo("version 7");
    assertThat(history.unsure()).isEqualTo(1);
  }

  @Test
  void nothingIsMissingBeforeTheStartOfAShortenedTopic() {
    offset = 10;
    say(4, 5);

    assertThat(missingUpTo(5)).isZero();
    assertThat(history.unsure()).isEqualTo(1);
  }

  @Test
  void holesOfAnotherPartitionExcuseNothing() {
    history.take(said(Key.of("other"), 1, "READY"), passed(new Place.OnTopic(1, 7)));
    say(1, 3);

    assertThat(missingUpTo(3)).isEqualTo(1);
  }

  @Test
  void knowsWhomNoTableHas() {
    say(1);
    history.take(said(Key.of("stranger"), 1, "READY"), next());
    history.meet(TERMINAL);

    List<Key> unmet = new ArrayList<>();
    history.unmet(unmet::add);
    assertThat(unmet).containsExactly(Key.of("stranger"));
    assertThat(history.met()).isEqualTo(1);
  }

  private void say(long... versions) {
    for (long version : versions) {
      history.take(said(version, "READY"), next());
    }
  }

  private Place next() {
    return passed(new Place.OnTopic(0, offset++));
  }

  private Place passed(Place.OnTopic place) {
    history.pass(place);
    return place;
  }

  private long missingUpTo(long version) {
    return history.missing(TERMINAL, version).count(version);
  }

  private static Said said(long version, String readiness) {
    return said(TERMINAL, version, readiness);
  }

  private static Said said(Key key, long version, String readiness) {
    return new Said(key, version, Content.of(Map.of("readiness", readiness)), Set.of("readiness"));
  }
}
