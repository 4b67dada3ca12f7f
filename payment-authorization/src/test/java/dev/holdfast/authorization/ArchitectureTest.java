package dev.holdfast.authorization;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.holdfast.testkit.AnatomyRules;
import dev.holdfast.testkit.ArchitectureRules;

@AnalyzeClasses(
    packages = "dev.holdfast.authorization",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
  @ArchTest static final ArchTests ANATOMY = ArchTests.in(AnatomyRules.class);
}
