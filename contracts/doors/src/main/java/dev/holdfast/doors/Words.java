package dev.holdfast.doors;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The text is a few words of a person, such as who asks, or why: kept, and published. */
@NotNull
@Pattern(regexp = "(?=.*\\S)[^\\x00-\\x1F\\x7F-\\x9F]{1,200}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
public @interface Words {
  /** How to mend it. */
  String message() default "send 1 to 200 characters, none of them a control character";

  /** As Bean Validation demands. */
  Class<?>[] groups() default {};

  /** As Bean Validation demands. */
  Class<? extends Payload>[] payload() default {};
}
