package dev.holdfast.terminal.core.cpo;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * The highest contactless amount without PIN in a country, from a day on.
 *
 * @param country ISO 3166-1 alpha-2 code (XK for Kosovo)
 * @param source who says so
 * @param confidence how sure that is: high, medium, low
 */
public record CountryLimit(
    String country, Money highest, LocalDate validFrom, String source, String confidence) {}
