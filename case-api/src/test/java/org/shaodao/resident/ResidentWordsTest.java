package org.shaodao.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.demand.DemandKind;
import org.shaodao.fact.StoredAs;
import org.shaodao.history.Standing;

/** Whatever can be said to a resident is said in both languages, and whatever is told of exists. */
class ResidentWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en"})
    void whatever_a_case_waits_for_has_its_sentence(String language) throws IOException {
        Properties messages = messages(language);
        assertThat(Stream.of(Outlook.Waiting.values()).map(Enum::name))
                .containsAll(Stream.of(Standing.Held.values()).map(Enum::name).toList());
        for (Outlook.Waiting waiting : Outlook.Waiting.values()) {
            assertThat(messages).containsKey("resident.now." + waiting);
            if (waiting.until() != null) {
                assertThat(messages)
                        .containsKeys("resident.now." + waiting + ".due", "resident.now." + waiting + ".late");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en"})
    void every_event_that_is_told_exists_and_has_its_sentence(String language) throws IOException {
        Properties messages = messages(language);
        assertThat(events(CaseEvent.class)).containsAll(Story.events());
        assertThat(Story.events())
                .allSatisfy(event ->
                        assertThat(messages).containsKey("resident.told." + event.substring("casefile.".length())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en"})
    void every_step_says_what_it_does_and_that_it_was_done(String language) throws IOException {
        Properties messages = messages(language);
        assertThat(ResidentStep.names())
                .hasSizeGreaterThan(5)
                .allSatisfy(step -> assertThat(messages).containsKeys("resident.taken." + step, "form.button." + step));
        assertThat(ResidentStep.names().filter(step -> !step.equals(ResidentStep.RATE)))
                .allSatisfy(step -> assertThat(messages).containsKeys("resident.step." + step, "form.effect." + step));
        assertThat(Stream.of(DemandKind.values()))
                .allSatisfy(kind -> assertThat(messages).containsKey("resident.raise.kind." + kind));
    }

    private static Stream<String> events(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getAnnotation(StoredAs.class).value())
                : Stream.of(type.getPermittedSubclasses()).flatMap(ResidentWordsTest::events);
    }

    private static Properties messages(String bundle) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ResidentWordsTest.class.getResourceAsStream('/' + bundle + ".properties")),
                StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
