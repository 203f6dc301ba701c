package org.shaodao.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.shaodao.wiring.ShaodaoSettings;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times on pages, always twice: the moment, and how long ago. Called from templates as {@code @times}. */
@Component("times")
public class PageTimes {
    private final MessageSource messages;
    private final Clock clock;
    private final ShaodaoSettings settings;

    PageTimes(MessageSource messages, Clock clock, ShaodaoSettings settings) {
        this.messages = messages;
        this.clock = clock;
        this.settings = settings;
    }

    /** The moment in the city's zone: today by its time, this year without the year. */
    public String moment(Instant at) {
        ZonedDateTime then = at.atZone(settings.zone());
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        String pattern = then.toLocalDate().equals(today)
                ? text("time.today")
                : text(then.getYear() == today.getYear() ? "time.this-year" : "time.other-year");
        return then.format(DateTimeFormatter.ofPattern(pattern, LocaleContextHolder.getLocale()));
    }

    /** A moment that the facts of a history tell as ISO text. */
    public String moment(String at) {
        return moment(Instant.parse(at));
    }

    /** How long ago, in one unit. */
    public String ago(Instant at) {
        return passed("time", at);
    }

    /** For how long something has lasted, in one unit. */
    public String passed(Instant since) {
        return passed("time.for", since);
    }

    private String passed(String key, Instant at) {
        Duration passed = Duration.between(at, clock.instant());
        if (passed.toMinutes() < 1) {
            return text(key + ".now");
        }
        if (passed.toHours() < 1) {
            return text(key + ".minutes", passed.toMinutes());
        }
        return passed.toDays() < 1 ? text(key + ".hours", passed.toHours()) : text(key + ".days", passed.toDays());
    }

    /** Whether a fact was recorded noticeably after it happened 补录. */
    public boolean late(Instant occurred, Instant recorded) {
        return Duration.between(occurred, recorded).toMinutes() >= 1;
    }

    private String text(String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, arguments, locale);
    }
}
