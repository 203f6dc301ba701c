package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.board.BoardState;
import org.shaodao.board.Listing;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CasePhase;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DisputeFacts;
import org.shaodao.casefile.Records;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.DueStepKind;
import org.shaodao.clocks.SpanKind;
import org.shaodao.console.CalledUnit;
import org.shaodao.console.ConsoleTab;
import org.shaodao.console.Waiting;
import org.shaodao.documents.DocumentRefusal;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;
import org.shaodao.history.Standing;
import org.shaodao.inbox.InboxTab;
import org.shaodao.lanes.Sign;
import org.shaodao.parts.UnitSteps;
import org.shaodao.problem.ProblemCode;
import org.shaodao.view.GenerationState;

/** Whatever the product can say it can say in both languages. */
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void both_languages_have_the_same_keys() throws IOException {
        assertThat(messages("messages").keySet())
                .hasSizeGreaterThan(150)
                .isEqualTo(messages("messages_en").keySet());
        assertThat(messages("ValidationMessages_zh").keySet())
                .isNotEmpty()
                .isEqualTo(messages("ValidationMessages_en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en"})
    void an_apostrophe_is_doubled_where_something_is_put_in_and_nowhere_else(String file) throws IOException {
        assertThat(messages(file)).allSatisfy((key, said) -> {
            String text = said.toString();
            String without = text.replace("''", "");
            if (text.matches("(?s).*\\{\\d.*")) {
                assertThat(without).as("%s", key).doesNotContain("'");
            } else {
                assertThat(text).as("%s", key).isEqualTo(without);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en", "ValidationMessages_zh", "ValidationMessages_en"})
    void nothing_is_said_twice(String file) throws IOException {
        List<String> keys = Files.readAllLines(Path.of("src/main/resources", file + ".properties")).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
        assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void both_languages_name_the_same_facts() throws IOException {
        Properties english = messages("messages_en");
        messages("messages")
                .forEach((key, chinese) ->
                        assertThat(facts(chinese)).as(key.toString()).isEqualTo(facts(english.get(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en"})
    void no_message_is_blank(String language) throws IOException {
        messages(language)
                .forEach((key, text) ->
                        assertThat(text.toString()).as(key.toString()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en"})
    void every_refusal_and_every_problem_has_its_sentence(String language) throws IOException {
        assertThat(Refusal.codes(CaseRefusal.class)).hasSizeGreaterThan(15);
        assertThat(keys(language))
                .containsAll(Stream.of(CommonRefusal.class, CaseRefusal.class, DocumentRefusal.class)
                        .flatMap(family -> Refusal.codes(family).stream())
                        .map(code -> "problem." + code)
                        .toList())
                .containsAll(Stream.of(ProblemCode.values())
                        .map(code -> "problem." + code.code())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en"})
    void every_rule_of_a_field_has_its_sentence_and_every_sentence_a_rule(String language) throws IOException {
        String sources = sources();
        Set<String> rules = new TreeSet<>(found("Problem\\.field\\([^;]*?, \"([a-z-]+)\"", sources));
        assertThat(rules).hasSizeGreaterThan(10);
        assertThat(keys(language))
                .containsAll(rules.stream().map(rule -> "field." + rule).toList());
        assertThat(keys(language).stream().filter(key -> key.startsWith("field.")))
                .allSatisfy(key -> assertThat(sources).contains('"' + key.substring("field.".length()) + '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ValidationMessages_zh", "ValidationMessages_en"})
    void every_constraint_has_its_sentence(String language) throws IOException {
        List<String> constraints =
                new ArrayList<>(found("import (jakarta\\.validation\\.constraints\\.\\w+);", sources()));
        constraints.addAll(found("import (org\\.shaodao\\.problem\\.OneLine);", sources()));
        assertThat(constraints).isNotEmpty();
        assertThat(keys(language))
                .containsAll(constraints.stream().map(name -> name + ".message").toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en"})
    void every_event_has_its_sentence_which_names_only_its_own_facts(String language) throws IOException {
        Properties messages = messages(language);
        for (Class<?> event : Records.of(CaseEvent.class)) {
            String name = event.getAnnotation(StoredAs.class).value();
            assertThat(messages).containsKey("history." + name);
            assertThat(Stream.of(event.getRecordComponents()).map(RecordComponent::getName))
                    .as(name)
                    .containsAll(facts(messages.get("history." + name)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en"})
    void every_choice_that_an_event_holds_has_a_name(String language) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Class<?> event : Records.of(CaseEvent.class)) {
            for (RecordComponent component : event.getRecordComponents()) {
                Class<?> type = component.getType();
                if (type.isEnum()) {
                    names.addAll(codes("code." + component.getName() + '.', type));
                } else if (type == Boolean.class) {
                    names.addAll(
                            List.of("code." + component.getName() + ".true", "code." + component.getName() + ".false"));
                } else if (type == Sealed.class) {
                    names.add("label." + component.getName());
                }
            }
        }
        assertThat(names).hasSizeGreaterThan(50);
        assertThat(keys(language)).contains("code.none").containsAll(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en"})
    void every_state_that_pages_show_has_a_name(String language) throws IOException {
        assertThat(keys(language))
                .containsAll(codes("code.role.", Role.class))
                .containsAll(codes("code.state.", DispatchFacts.State.class))
                .containsAll(codes("code.clock.", ClockKind.class))
                .containsAll(codes("clocks.state.", ClockFacts.State.class))
                .containsAll(codes("clocks.span.", SpanKind.class))
                .containsAll(codes("clocks.step.", DueStepKind.class))
                .containsAll(codes("case.held.", Standing.Held.class))
                .containsAll(codes("inbox.tab.", InboxTab.class))
                .containsAll(codes("console.tab.", ConsoleTab.class))
                .containsAll(codes("console.empty.", ConsoleTab.class))
                .containsAll(codes("console.waiting.", Waiting.class))
                .containsAll(codes("console.standing.", CalledUnit.Standing.class))
                .containsAll(codes("code.board.", BoardState.class))
                .containsAll(codes("board.empty.", BoardState.class))
                .containsAll(codes("code.listing.", Listing.class))
                .containsAll(codes("inbox.empty.", InboxTab.class))
                .containsAll(codes("inbox.empty.explain.", InboxTab.class))
                .containsAll(codes("code.sign.", Sign.class))
                .containsAll(codes("code.dispute.", DisputeFacts.State.class))
                .containsAll(Stream.concat(UnitSteps.ALL.stream(), Stream.of("look"))
                        .map(step -> "inbox.do." + step)
                        .toList())
                .containsAll(codes("status.state.", GenerationState.class))
                .containsAll(Stream.of(CasePhase.values())
                        .map(phase -> "code.phase." + phase.code())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en"})
    void every_step_has_a_name(String language) throws IOException {
        assertThat(keys(language))
                .containsAll(Records.steps().stream()
                        .map(step -> "code.step." + step)
                        .toList());
    }

    private static List<String> codes(String prefix, Class<?> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(choice -> prefix + ((Enum<?>) choice).name())
                .toList();
    }

    /** What a sentence leaves open: names or numbers in braces. */
    private static Set<String> facts(Object sentence) {
        return new TreeSet<>(found("\\{(\\w+)}", sentence.toString()));
    }

    private static List<String> found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String sources() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        return text.toString();
    }

    private static Set<String> keys(String bundle) throws IOException {
        return messages(bundle).stringPropertyNames();
    }

    private static Properties messages(String bundle) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream('/' + bundle + ".properties")),
                StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
