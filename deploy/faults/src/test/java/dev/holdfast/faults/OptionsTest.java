package dev.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void tenMinutesOfEverythingIfNothingElseIsSaid() {
    Options options = Options.of();

    assertThat(options.course()).isEqualTo(Course.of(options.seed(), Duration.ofMinutes(10)));
  }

  @Test
  void readsWhatIsAskedForAndLeavesTheRest() {
    Options options =
        Options.of(
            "--seed",
            "4711",
            "--port",
            "8081",
            "--minutes",
            "3",
            "--rate",
            "2.5",
            "--alone",
            "--only",
            "broker:*",
            "--lasting",
            "120");

    assertThat(options)
        .isEqualTo(
            new Options(
                new Course(
                    4711,
                    Duration.ofMinutes(3),
                    Cells.parse("broker:*"),
                    Course.Company.NONE,
                    Duration.ofMinutes(2)),
                2.5,
                List.of("--port", "8081")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--seed x", "--seed", "--minutes 0", "--minutes -1", "--rate 1000", "--lasting 0"})
  void saysWhatANumberMustBe(String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of(words.split(" ")))
        .withMessageMatching("--\\w+ needs .*");
  }

  @Test
  void refusesFaultsThatAreBothAloneAndTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of("--alone", "--together"))
        .withMessageContaining("leave one out");
  }

  @Test
  void keepsEachDigitOfASeed() {
    assertThat(Options.of("--seed", "900719925474099267").seed()).isEqualTo(900719925474099267L);
  }
}
