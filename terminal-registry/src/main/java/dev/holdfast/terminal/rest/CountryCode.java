package dev.holdfast.terminal.rest;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text is the code of a country of ISO 3166-1 alpha-2, or XK, which Kosovo uses. */
@Constraint(validatedBy = CountryCode.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@interface CountryCode {
  /** What is wrong, and how to mend it. */
  String message() default "must be an ISO 3166-1 alpha-2 country code in capitals, for example NL";

  /** As Bean Validation demands. */
  Class<?>[] groups() default {};

  /** As Bean Validation demands. */
  Class<? extends Payload>[] payload() default {};

  /** Null passes: whether it must be there is for NotNull. */
  final class Check implements ConstraintValidator<CountryCode, String> {
    private static final Set<String> CODES =
        Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final String KOSOVO = "XK";

    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
      return code == null || CODES.contains(code) || KOSOVO.equals(code);
    }
  }
}
