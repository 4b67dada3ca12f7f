package dev.holdfast.delivery;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.holdfast.testkit.AnatomyRules;
import dev.holdfast.testkit.ArchitectureRules;

@AnalyzeClasses(packages = "dev.holdfast.delivery", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
  @ArchTest static final ArchRule ONE_CLOCK = AnatomyRules.ONE_CLOCK;
}
