package dev.holdfast.doors;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The text is the code of a currency of ISO 4217 that people pay with: not gold, nor a test code.
 */
@Constraint(validatedBy = CurrencyCode.Check.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface CurrencyCode {
  /** What is wrong, and how to mend it. */
  String message() default "must be an ISO 4217 currency code in capitals, for example EUR";

  /** As Bean Validation demands. */
  Class<?>[] groups() default {};

  /** As Bean Validation demands. */
  Class<? extends Payload>[] payload() default {};

  /** Null passes: whether it must be there is for NotNull. */
  final class Check implements ConstraintValidator<CurrencyCode, String> {
    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
      return code == null
          || CurrencyUnit.registeredCurrencies().stream()
              .filter(currency -> !currency.isPseudoCurrency())
              .anyMatch(currency -> currency.getCode().equals(code));
    }
  }
}
