package dev.holdfast.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExternalAddressesTest {
  @BeforeEach
  @AfterEach
  void forgetSettings() {
    List.of("infra.broker", "infra.database", "infra.registry").forEach(System::clearProperty);
  }

  @Test
  void namesTheAddressThatIsMissing() {
    System.setProperty("infra.broker", "kafka.example:9092");
    assertThatThrownBy(ExternalAddresses::configured)
        .hasMessageContaining("infra.database")
        .hasMessageContaining("INFRA_DATABASE");
  }

  @Test
  void explainsTheFormOfTheDatabaseAddressWithoutPrintingThePassword() {
    System.setProperty("infra.broker", "kafka.example:9092");
    System.setProperty("infra.registry", "http://registry.example/apis/ccompat/v7");
    System.setProperty("infra.database", "postgresql://postgres:s3cret@database.example");
    assertThatThrownBy(ExternalAddresses::configured)
        .hasMessageContaining("postgresql://user:password@host:port/database")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void oneConfiguredAddressMakesAutoExternal() {
    assertThat(ExternalAddresses.areConfigured()).isFalse();
    System.setProperty("infra.registry", "http://registry.example/apis/ccompat/v7");
    assertThat(Variant.named("auto")).isEqualTo(Variant.EXTERNAL);
  }

  @Test
  void aWordThatIsNoVariantIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> Variant.named("docker"))
        .hasMessageContaining("auto, embedded, containers or external");
  }
}
