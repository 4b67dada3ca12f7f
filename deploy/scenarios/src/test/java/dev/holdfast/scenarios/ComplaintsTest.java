package dev.holdfast.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launcher.TextTable;
import dev.holdfast.scenarios.Act.VendorSays;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComplaintsTest {
  private static final int WIDEST_LINE = 160;

  static Stream<Complaint> refused() {
    return Complaints.ALL.stream()
        .filter(complaint -> complaint.expected().before() instanceof Tap.Refused);
  }

  static Stream<Complaint> all() {
    return Complaints.ALL.stream();
  }

  @Test
  void eachComplaintHasANameOfItsOwn() {
    assertThat(Complaints.ALL).extracting(Complaint::name).doesNotHaveDuplicates().hasSize(7);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whoIsRefusedIsToldWhatToDoAndTakesACardAfterwards(Complaint complaint) {
    Advice advice = complaint.expected().advice();

    assertThat(advice.outcome()).isEqualTo("FAIL");
    assertThat(advice.whoActs()).isNotEqualTo("-");
    assertThat(advice.remedy()).hasSizeGreaterThan(1);
    assertThat(complaint.expected().after()).isEqualTo(Tap.Held.eur(5000));
  }

  @ParameterizedTest
  @MethodSource("all")
  void thereIsATapAfterMendingWhereSomethingIsMended(Complaint complaint) {
    assertThat(complaint.expected().after() instanceof Tap.None)
        .isEqualTo(complaint.mending().isEmpty());
    assertThat(complaint.expected().before()).isNotInstanceOf(Tap.None.class);
  }

  @Test
  void outageOfEverybodyIsTheLastAndEnds() {
    assertThat(Complaints.ALL)
        .filteredOn(complaint -> complaint.causes().stream().anyMatch(VendorSays.class::isInstance))
        .containsExactly(Complaints.ALL.getLast());
    assertThat(Complaints.ALL.getLast().mending()).containsExactly(new VendorSays("operational"));
  }

  @Test
  void tableFitsTheConsole() {
    List<String> header = new ArrayList<>(List.of("terminal"));
    header.addAll(Finding.COLUMNS);
    header.add("as expected");
    List<List<String>> cells =
        Complaints.ALL.stream()
            .map(each -> new ComplaintRow(each, each.expected(), "", List.of(), List.of()).cells())
            .toList();

    assertThat(new TextTable(header, cells).lines())
        .hasSize(9)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDEST_LINE));
  }
}
