package dev.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.faults.Course.Company;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void theSameSeedGivesTheSameCourse() {
    assertThat(course(7, HOUR).blows()).isEqualTo(course(7, HOUR).blows());
    assertThat(course(7, HOUR).blows()).isNotEqualTo(course(8, HOUR).blows());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everythingIsMendedWhenTheTimeIsOver(long seed) {
    assertThat(course(seed, HOUR).blows())
        .isNotEmpty()
        .allMatch(blow -> blow.ends().compareTo(HOUR) <= 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void nothingIsBrokenInTwoWaysAtOnce(long seed) {
    List<Blow> blows = course(seed, Duration.ofHours(8)).blows();
    for (Blow one : blows) {
      assertThat(blows)
          .filteredOn(other -> !other.equals(one) && other.cell().target() == one.cell().target())
          .noneMatch(other ->
              other.begins().compareTo(one.ends()) < 0 && one.begins().compareTo(other.ends()) < 0);
    }
  }

  @Test
  void someFaultsOverlapAndMostDoNot() {
    List<Blow> blows = course(1, Duration.ofHours(8)).blows();
    long overlapping =
        blows.stream()
            .filter(one ->
                blows.stream()
                    .anyMatch(other ->
                        !other.equals(one)
                            && other.begins().compareTo(one.ends()) < 0
                            && one.begins().compareTo(other.ends()) < 0))
            .count();
    assertThat(overlapping).isBetween(blows.size() / 4L, blows.size() * 3L / 4);
    assertThat(course(1, HOUR).withCompany(Company.NONE).blows())
        .isSortedAccordingTo((one, other) -> one.ends().compareTo(other.begins()));
  }

  @Test
  void eachFaultComesWithAnotherWhereThatIsAskedFor() {
    List<Blow> blows = course(1, HOUR).withCompany(Company.ALL).blows();
    assertThat(blows).hasSizeGreaterThan(10);
    for (int first = 0; first < blows.size(); first += 2) {
      Blow second = blows.get(first + 1);
      assertThat(second.begins()).isBetween(blows.get(first).begins(), blows.get(first).ends());
    }
  }

  @Test
  void aLongCourseComesToEachCell() {
    assertThat(
            new HashSet<>(course(1, Duration.ofHours(2)).blows().stream().map(Blow::cell).toList()))
        .containsExactlyInAnyOrderElementsOf(Cell.ALL);
  }

  @Test
  void aShortCourseHasSeveralFaults() {
    assertThat(course(1, Duration.ofMinutes(3)).blows()).hasSizeGreaterThan(4);
  }

  @Test
  void aStopLastsFromFiveSecondsToTwoAndAHalfMinutes() {
    assertThat(course(1, Duration.ofHours(8)).blows())
        .filteredOn(blow -> blow.cell().kind() == Kind.STOPPED)
        .allMatch(blow -> blow.lasts().toSeconds() >= 5 && blow.lasts().toSeconds() <= 150)
        .anyMatch(blow -> blow.lasts().toSeconds() > 100)
        .anyMatch(blow -> blow.lasts().toSeconds() < 10);
  }

  @Test
  void whatEndsWithItsTimeLastsAsLongAsWasAskedFor() {
    assertThat(course(1, HOUR).withEachLasting(Duration.ofMinutes(2)).blows())
        .filteredOn(blow -> blow.cell().kind() == Kind.SILENT)
        .isNotEmpty()
        .allMatch(blow -> blow.lasts().equals(Duration.ofMinutes(2)));
  }

  @Test
  void onlyTheCellsThatWereAskedForAreDealt() {
    assertThat(course(1, HOUR).withCells(Cells.parse("broker:stopped,gateway:*")).blows())
        .extracting(blow -> blow.cell().toString())
        .allMatch(cell -> cell.equals("broker:stopped") || cell.startsWith("gateway:"))
        .contains("broker:stopped", "gateway:silent");
  }

  private static Course course(long seed, Duration time) {
    return Course.of(seed, time);
  }
}
