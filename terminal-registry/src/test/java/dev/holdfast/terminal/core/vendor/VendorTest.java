package dev.holdfast.terminal.core.vendor;

import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.SERIAL;
import static dev.holdfast.terminal.core.Samples.healthy;
import static dev.holdfast.terminal.core.Samples.terminal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Refusal;
import dev.holdfast.terminal.core.Registration;
import dev.holdfast.terminal.core.Samples;
import dev.holdfast.terminal.core.TerminalCommand.Register;
import dev.holdfast.terminal.core.TerminalRules;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import java.util.Arrays;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VendorTest {
  /** What payment-authorization takes for a terminal that a hold is asked for. */
  private static final String ASKED_FOR = "[A-Za-z0-9_-]{1,40}";

  @ParameterizedTest
  @CsvSource({
    "P6820211200171, PAYTER",
    "POL20245100755-50, PAYTER",
    "p6820211200171,",
    "P68,",
    "6820211200171,",
    "P6820211200171-,",
    "P6820211200171 OR 1,",
    "tmr_FDOt2wlRZEdpd7, STRIPE",
    "tmr_abcd, STRIPE",
    "tmr_123456789012345678901234567890123456, STRIPE",
    "tmr_1234567890123456789012345678901234567,",
    "tmr_abc,",
    "tmr_FDOt2w/cancel,",
    "tmr-FDOt2wlRZEdpd7,",
    "TMR_FDOt2wlRZEdpd7,",
    "xtmr_FDOt2wlRZEdpd7,",
  })
  void knowsTheVendorByTheShapeOfTheSerial(String serial, @Nullable Vendor vendor) {
    assertThat(Arrays.stream(Vendor.values()).filter(each -> each.recognises(serial)).toList())
        .isEqualTo(Vendor.ofSerial(serial).stream().toList());
    assertThat(Vendor.ofSerial(serial).orElse(null)).isEqualTo(vendor);
    assertThat(vendor == null || serial.matches(ASKED_FOR)).isTrue();
  }

  @Test
  void isRefusedForASerialThatLooksOtherwise() {
    var readers = new Registration(Vendor.STRIPE, null, "NL", CurrencyUnit.EUR, HoldTerms.NONE);
    var refused = new Refused(new Refusal.SerialOfOtherVendor(Vendor.STRIPE));
    var rules = new TerminalRules(Samples.ACCEPTANCE);
    var register = new Register(readers, null);

    for (var before : Arrays.asList(null, terminal(healthy(), null))) {
      assertThat(rules.decide(SERIAL, before, register, Map.of(), NOW)).isEqualTo(refused);
    }
    assertThat(rules.decide("tmr_FDOt2wlRZEdpd7", null, register, Map.of(), NOW))
        .isInstanceOf(Changed.class);
  }

  @ParameterizedTest
  @EnumSource
  void showsSerialsThatItRecognises(Vendor vendor) {
    assertThat(vendor.examples().split(" or ")).allMatch(vendor::recognises);
    assertThat(vendor.whereSerialsStand()).isNotBlank();
  }

  @Test
  void callsItsCloudsAsTheVendorDoes() {
    assertThat(Vendor.PAYTER.cloud(VendorEnvironment.TEST)).isEqualTo("TEST cloud");
    assertThat(Vendor.PAYTER.cloud(VendorEnvironment.PRODUCTION)).isEqualTo("PRODUCTION cloud");
    assertThat(Vendor.STRIPE.cloud(VendorEnvironment.TEST)).isEqualTo("test mode");
    assertThat(Vendor.STRIPE.cloud(VendorEnvironment.PRODUCTION)).isEqualTo("live mode");
  }
}
