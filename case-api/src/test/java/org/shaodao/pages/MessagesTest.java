package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CallResult;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.DemandKind;
import org.shaodao.casefile.Duty;
import org.shaodao.casefile.LegalRoute;
import org.shaodao.casefile.Outcome;
import org.shaodao.casefile.ReplyKind;
import org.shaodao.casefile.ReportMode;
import org.shaodao.casefile.Satisfied;
import org.shaodao.casefile.Solved;
import org.shaodao.casefile.VerificationBasis;
import org.shaodao.fact.Role;
import org.shaodao.fact.StoredAs;
import org.shaodao.history.CaseDispatch;
import org.shaodao.history.CasePhase;
import org.shaodao.history.Standing;
import org.shaodao.inbox.InboxTab;
import org.shaodao.view.GenerationState;

class MessagesTest {
    private static final Pattern HALF_WIDTH = Pattern.compile("\\p{IsHan}\"?[,;:?!()]|[,;:?!()]\"?\\p{IsHan}");
    private static final Properties CHINESE = words("/messages.properties");
    private static final Properties ENGLISH = words("/messages_en.properties");

    @Test
    void both_languages_say_the_same_things() {
        assertThat(CHINESE).hasSizeGreaterThan(200);
        assertThat(ENGLISH.keySet()).containsExactlyInAnyOrderElementsOf(CHINESE.keySet());
    }

    @Test
    void chinese_sentences_have_chinese_punctuation() {
        assertThat(CHINESE.stringPropertyNames())
                .allSatisfy(key -> assertThat(CHINESE.getProperty(key)).as(key).doesNotContainPattern(HALF_WIDTH));
    }

    @Test
    void every_value_that_a_page_shows_has_a_word() {
        assertThat(Stream.of(
                                codes("code.kind.", DemandKind.values()),
                                codes("code.kind.", ReplyKind.values()),
                                codes("code.channel.", Channel.values()),
                                codes("code.route.", LegalRoute.values()),
                                codes("code.reportMode.", ReportMode.values()),
                                codes("code.duty.", Duty.values()),
                                codes("code.outcome.", Outcome.values()),
                                codes("code.basis.", VerificationBasis.values()),
                                codes("code.result.", CallResult.values()),
                                codes("code.solved.", Solved.values()),
                                codes("code.satisfied.", Satisfied.values()),
                                codes("code.role.", Role.values()),
                                codes("code.state.", CaseDispatch.State.values()),
                                keys("code.phase.", CasePhase.values(), CasePhase::code),
                                codes("case.held.", Standing.Held.values()),
                                codes("inbox.tab.", InboxTab.values()),
                                codes("inbox.empty.", InboxTab.values()),
                                codes("inbox.empty.explain.", InboxTab.values()),
                                codes("status.state.", GenerationState.values()),
                                keys(
                                        "history.",
                                        CaseEvent.class.getPermittedSubclasses(),
                                        event -> event.getAnnotation(StoredAs.class)
                                                .value()))
                        .flatMap(List::stream))
                .isSubsetOf(CHINESE.stringPropertyNames());
    }

    private static List<String> codes(String prefix, Enum<?>[] values) {
        return keys(prefix, values, Enum::name);
    }

    private static <T> List<String> keys(String prefix, T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(value -> prefix + name.apply(value)).toList();
    }

    private static Properties words(String resource) {
        try (var in = new InputStreamReader(MessagesTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(in);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
