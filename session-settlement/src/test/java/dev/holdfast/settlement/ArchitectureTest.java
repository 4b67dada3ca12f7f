package dev.holdfast.settlement;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.holdfast.testkit.AnatomyRules;
import dev.holdfast.testkit.ArchitectureRules;

@AnalyzeClasses(packages = "dev.holdfast.settlement", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
  @ArchTest static final ArchTests ANATOMY = ArchTests.in(AnatomyRules.class);
}
