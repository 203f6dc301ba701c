package org.shaodao.clocks;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what a clock is for, how long it is and why it is due when it is. */
@Component
public class ClockWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;

    ClockWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What the clock measures. */
    public String name(ClockKind kind, Locale locale) {
        return say("code.clock." + kind.name(), locale);
    }

    /** How long it is, for example "2 working days". */
    public String span(Span span, Locale locale) {
        return say("clocks.span." + span.kind().name(), locale, span.amount());
    }

    /** How long a clock is that has half of another's time. */
    String half(Locale locale) {
        return say("clocks.span.half", locale);
    }

    /** How long a clock is that ends at a time somebody appointed. */
    String appointed(Locale locale) {
        return say("clocks.span.appointed", locale);
    }

    /** Why it is due when it is: a sentence for each step, in order. */
    public List<String> explanation(Due due, Locale locale) {
        return explanation(due.steps(), locale);
    }

    /** Why a clock is due when it is: a sentence for each step, in order. */
    public List<String> explanation(List<DueStep> steps, Locale locale) {
        return steps.stream().map(step -> sentence(step, locale)).toList();
    }

    private String sentence(DueStep step, Locale locale) {
        String key = "clocks.step." + step.kind().name() + (step.name() == null && named(step.kind()) ? ".many" : "");
        return say(
                key,
                locale,
                time(step.at()),
                date(step.from()),
                date(step.until()),
                Objects.requireNonNullElse(step.days(), 0),
                Objects.requireNonNullElse(step.name(), ""));
    }

    private static boolean named(DueStepKind kind) {
        return kind == DueStepKind.HOLIDAY || kind == DueStepKind.MAKE_UP_DAY;
    }

    private static String time(@Nullable LocalDateTime at) {
        return at == null ? "" : at.format(at.getSecond() == 0 ? MINUTE : TIME);
    }

    private static String date(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
