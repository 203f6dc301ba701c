package org.shaodao.resident;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.clocks.ClockKind;
import org.shaodao.history.CaseDispatch;
import org.shaodao.history.CaseHeader;
import org.shaodao.history.Standing;
import org.shaodao.history.Words;
import org.shaodao.pages.PageTimes;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** 谁在办、到什么时候、下一步. The one plain sentence for which a resident opens the page. */
@Component
class Outlook {
    private final MessageSource messages;
    private final PageTimes times;

    Outlook(MessageSource messages, PageTimes times) {
        this.messages = messages;
        this.times = times;
    }

    /** What is waited for, as a resident would ask. */
    enum Waiting {
        TO_DISPATCH(ClockKind.WHOLE_CASE),
        AT_WORK(ClockKind.HANDLING),
        REOPENED(ClockKind.WHOLE_CASE),
        TO_VERIFY(ClockKind.VERIFICATION),
        TO_CLOSE(ClockKind.OBJECTION_WINDOW),
        OBJECTED(ClockKind.OBJECTION_ANSWER),
        UNSOLVED(ClockKind.REDO_DECISION),
        PARKED(null),
        CLOSED(null),
        MERGED(null),
        NOT_ACCEPTED(null),
        WITHDRAWN(null);

        private final @Nullable ClockKind until;

        Waiting(@Nullable ClockKind until) {
            this.until = until;
        }

        /** The clock that says until when; null = none. */
        @Nullable ClockKind until() {
            return until;
        }

        static Waiting of(CaseHeader header, CaseFacts facts, Standing standing) {
            if (header.parkedUntil() != null) {
                return PARKED;
            }
            if (facts.closing().objection()) {
                return OBJECTED;
            }
            if (facts.rating().undecided()) {
                return UNSOLVED;
            }
            return valueOf(standing.held().name());
        }
    }

    /** The sentence. */
    String of(CaseHeader header, CaseFacts facts, Standing standing, Words words) {
        Waiting waiting = Waiting.of(header, facts, standing);
        String key = "resident.now." + waiting;
        String who = standing.by().isEmpty() ? words.code("role", "DISTRICT") : words.units(standing.by());
        Optional<ClockFacts> clock = waiting.until == null ? Optional.empty() : clock(header, waiting.until);
        if (clock.isPresent()) {
            String moment = times.moment(clock.get().dueAt());
            return text(key + (times.over(clock.get().dueAt()) ? ".late" : ".due"), who, moment);
        }
        return text(key, who, Objects.toString(header.parkedUntil(), ""));
    }

    /** Of several clocks that of whoever leads. */
    private static Optional<ClockFacts> clock(CaseHeader header, ClockKind kind) {
        Set<Integer> leads = header.dispatches().stream()
                .filter(dispatch -> dispatch.role() == DispatchRole.LEAD)
                .map(CaseDispatch::number)
                .collect(Collectors.toSet());
        return running(header, kind)
                .filter(clock -> clock.dispatch() == null || leads.contains(clock.dispatch()))
                .min(Comparator.comparing(ClockFacts::dueAt))
                .or(() -> running(header, kind).min(Comparator.comparing(ClockFacts::dueAt)));
    }

    private static Stream<ClockFacts> running(CaseHeader header, ClockKind kind) {
        return header.clocks().stream().filter(clock -> clock.kind() == kind && clock.runs());
    }

    private String text(String key, Object... said) {
        Locale locale = LocaleContextHolder.getLocale();
        return Objects.requireNonNull(messages.getMessage(key, said, locale));
    }
}
