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

/** Times on pages, always twice: the moment, and how long ago or in what time. Called from templates as {@code @times}. */
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

    /** Both in one phrase. */
    public String twice(Instant at) {
        return moment(at) + " · " + ago(at);
    }

    /** A moment that the facts of a history tell as ISO text. */
    public String twice(String at) {
        return twice(Instant.parse(at));
    }

    /** How long ago, or in what time, in one unit. */
    public String ago(Instant at) {
        Duration passed = Duration.between(at, clock.instant());
        return passed.isNegative() ? said("time.in", passed.negated()) : said("time", passed);
    }

    /** For how long something has lasted, in one unit. */
    public String passed(Instant since) {
        return said("time.for", Duration.between(since, clock.instant()));
    }

    /** Whether a moment lies behind. */
    public boolean over(Instant at) {
        return at.isBefore(clock.instant());
    }

    private String said(String key, Duration time) {
        if (time.toMinutes() < 1) {
            return text(key + ".now");
        }
        if (time.toHours() < 1) {
            return text(key + ".minutes", time.toMinutes());
        }
        return time.toDays() < 1 ? text(key + ".hours", time.toHours()) : text(key + ".days", time.toDays());
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
