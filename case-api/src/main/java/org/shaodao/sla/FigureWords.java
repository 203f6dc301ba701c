package org.shaodao.sla;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** How figures are said and linked. Called from templates as {@code @figureWords}. */
@Component("figureWords")
class FigureWords {
    private final MessageSource messages;

    FigureWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A duration, in its two largest units. */
    public String minutes(double minutes) {
        Duration time = Duration.ofMinutes(Math.round(minutes));
        Locale locale = LocaleContextHolder.getLocale();
        if (time.toDays() > 0) {
            return messages.getMessage("sla.days", new Object[] {time.toDays(), time.toHoursPart()}, locale);
        }
        return time.toHours() > 0
                ? messages.getMessage("sla.hours", new Object[] {time.toHours(), time.toMinutesPart()}, locale)
                : messages.getMessage("sla.minutes", new Object[] {time.toMinutes()}, locale);
    }

    /** What a page is about, as the query of an address. */
    static String query(
            YearMonth month,
            @Nullable String street,
            @Nullable String unit,
            @Nullable String category,
            @Nullable LocalDate knownOn) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance().queryParam("month", month);
        add(address, "street", street);
        add(address, "unit", unit);
        add(address, "category", category);
        add(address, "knownOn", knownOn == null ? null : knownOn.toString());
        return Objects.requireNonNull(address.encode().build().getQuery());
    }

    /** The results asked for, as a further part of it. */
    static String results(@Nullable Collection<Result> results) {
        StringBuilder all = new StringBuilder();
        if (results != null) {
            results.forEach(result -> all.append("&result=").append(result));
        }
        return all.toString();
    }

    /** The detail asked for, as a further part of it. */
    static String detail(@Nullable String detail) {
        return further("detail", detail);
    }

    /** The place asked for, as a further part of it. */
    static String place(@Nullable String place) {
        return further("place", place);
    }

    private static String further(String name, @Nullable String value) {
        return value == null ? "" : '&' + name + '=' + UriUtils.encodeQueryParam(value, StandardCharsets.UTF_8);
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
