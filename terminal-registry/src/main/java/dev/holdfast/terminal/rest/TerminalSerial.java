package dev.holdfast.terminal.rest;

import static java.util.stream.Collectors.joining;

import dev.holdfast.terminal.core.vendor.Vendor;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;

/** The text has the shape of some vendor's serials. */
@Constraint(validatedBy = TerminalSerial.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@interface TerminalSerial {
  /** What is wrong; how to mend it follows from the vendors that there are. */
  String message() default "must be a serial";

  /** As Bean Validation demands. */
  Class<?>[] groups() default {};

  /** As Bean Validation demands. */
  Class<? extends Payload>[] payload() default {};

  /** Says what serials look like, and where one reads them. */
  final class Check implements ConstraintValidator<TerminalSerial, String> {
    private static final String REMEDY =
        Arrays.stream(Vendor.values())
            .map(vendor ->
                "%s, %s (%s)".formatted(vendor, vendor.whereSerialsStand(), vendor.examples()))
            .collect(joining(", or of ", "must be a serial of ", ""));

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      if (Vendor.ofSerial(text).isPresent()) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      context.buildConstraintViolationWithTemplate(REMEDY).addConstraintViolation();
      return false;
    }
  }
}
