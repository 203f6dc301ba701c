package org.shaodao.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shaodao.inbox.Inbox;
import org.shaodao.wiring.ShaodaoSettings;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

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

    /** As short as an axis can bear: the time of today, or the day and the time. */
    public String axis(Instant at) {
        ZonedDateTime then = at.atZone(settings.zone());
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        String pattern = then.toLocalDate().equals(today) ? "HH:mm" : "M-d HH:mm";
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

    /**
     * What is left of a time limit, or by how much it was passed.
     *
     * @param tone the end of the name of a CSS class
     * @param icon one character
     */
    public record Left(String text, String tone, String icon) {}

    /** What is left until then, in the two largest units. */
    public Left left(Instant due) {
        Duration left = Duration.between(clock.instant(), due);
        PageMarks.Mark mark = mark(left);
        return new Left(
                leftSaid(left.isNegative() ? "time.over" : "time.left", left.abs()), mark.getTone(), mark.getIcon());
    }

    private static PageMarks.Mark mark(Duration left) {
        if (left.isNegative()) {
            return PageMarks.Mark.MISSED;
        }
        return left.compareTo(Inbox.SOON) <= 0 ? PageMarks.Mark.WAITING : PageMarks.Mark.LATER;
    }

    private String leftSaid(String key, Duration time) {
        if (time.toMinutes() < 1) {
            return text(key + ".now");
        }
        if (time.toHours() < 1) {
            return text(key + ".minutes", time.toMinutes());
        }
        return time.toDays() < 1
                ? text(key + ".hours", time.toHours(), time.toMinutesPart())
                : text(key + ".days", time.toDays(), time.toHoursPart());
    }

    /** The time by which pages count: the server's, whatever the browser's clock shows. */
    public Instant now() {
        return clock.instant();
    }

    /** What the browser needs to say what is left as {@link #left} does, as JSON. */
    public String words() {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "left", patterns("time.left"),
                        "over", patterns("time.over"),
                        "soon", Inbox.SOON.toMillis(),
                        "tones",
                                Map.of(
                                        "over", look(PageMarks.Mark.MISSED),
                                        "soon", look(PageMarks.Mark.WAITING),
                                        "later", look(PageMarks.Mark.LATER))));
    }

    private static Map<String, String> look(PageMarks.Mark mark) {
        return Map.of("tone", mark.getTone(), "icon", mark.getIcon());
    }

    private Map<String, String> patterns(String key) {
        return Stream.of("now", "minutes", "hours", "days")
                .collect(Collectors.toMap(part -> part, part -> text(key + '.' + part, "{0}", "{1}")));
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
