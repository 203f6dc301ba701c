package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shaodao.documents.DocumentEvent;
import org.shaodao.fact.Fact;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** The event catalogue, the diagram of the life cycle and the table of steps in the README are made from the code. */
class CatalogueTest {
    @Test
    void the_event_catalogue_lists_every_stored_name_with_its_fields() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Events as stored

                A stored event is a file format: names and fields below never change their meaning. Every payload starts with
                `by` (actorId, unitId, role, asserted) and `occurredAt`; the time it was recorded is the event's own timestamp.
                Fields marked ◼ are sealed: only the vault opens them.

                | Name | Revision | What happened | Fields after `by`, `occurredAt` |
                |---|---|---|---|
                """);
        for (Class<? extends Fact> family : List.of(CaseEvent.class, DocumentEvent.class)) {
            for (Class<?> type : Records.of(family)) {
                StoredAs stored = type.getAnnotation(StoredAs.class);
                assertThat(stored).as("%s has a stored name", type).isNotNull();
                text.append("| `%s` | %s | %s | %s |%n"
                        .formatted(stored.value(), stored.revision(), documentation(type), fields(type)));
            }
        }
        GeneratedDocument.matches("events.md", text.toString());
    }

    @Test
    void the_diagram_shows_which_step_leads_where() {
        StringBuilder text = new StringBuilder("""
                # The phases of a case

                ```mermaid
                stateDiagram-v2
                """);
        LifeCycleTest.ways()
                .forEach((way, steps) -> text.append("    %s --> %s: %s%n"
                        .formatted(node(way.from(), "[*]"), node(way.to(), "?"), String.join(", ", steps))));
        text.append("```\n");
        GeneratedDocument.matches("phases.md", text.toString());
    }

    private static String node(String phase, String unborn) {
        return phase.equals("unborn") ? unborn : phase.replace('-', '_');
    }

    @Test
    void the_list_of_steps_says_what_each_is_for() throws IOException {
        StringBuilder text = new StringBuilder("# Steps\n\nEverything that may be asked of a case, by family.\n");
        for (Class<?> family : CaseCommand.class.getPermittedSubclasses()) {
            text.append("\n## %s%n%n| Step | Meaning |%n|---|---|%n".formatted(documentation(family)));
            for (Class<?> type : Records.of(family)) {
                text.append("| `%s` | %s |%n".formatted(Refusal.kebab(type), documentation(type)));
            }
        }
        GeneratedDocument.matches("steps.md", text.toString());
    }

    @Test
    void the_readme_names_every_step() throws IOException {
        StringBuilder text = new StringBuilder("| Family | Steps |\n|---|---|\n");
        for (Class<?> family : CaseCommand.class.getPermittedSubclasses()) {
            List<String> steps = new ArrayList<>();
            for (Class<?> type : Records.of(family)) {
                steps.add("`%s` %s".formatted(Refusal.kebab(type), term(documentation(type))));
            }
            text.append("| %s | %s |%n".formatted(term(documentation(family)), String.join(", ", steps)));
        }
        GeneratedDocument.part("../../README.md", "<!-- steps -->", "<!-- /steps -->", text.toString());
    }

    /** The Chinese term with which every comment of a step begins. */
    private static String term(String documentation) {
        assertThat(documentation).matches("\\p{IsHan}[^.]*\\..*");
        return documentation.substring(0, documentation.indexOf('.'));
    }

    private static String fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .skip(2)
                .map(CatalogueTest::field)
                .collect(Collectors.joining(", "));
    }

    private static String field(RecordComponent component) {
        return "`" + component.getName() + "`" + (component.getType() == Sealed.class ? " ◼" : "");
    }

    /** First paragraph of the type's comment: the documentation has one source. */
    private static String documentation(Class<?> type) throws IOException {
        Class<?> file = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
        String text = documentations(file).get(type.getSimpleName());
        assertThat(text).as("documentation of %s", type).isNotBlank();
        return text;
    }

    private static Map<String, String> documentations(Class<?> type) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path module = Files.exists(here.resolve("case-core")) ? here.resolve("case-core") : here;
        String source = Files.readString(
                module.resolve("src/main/java/" + type.getName().replace('.', '/') + ".java"));
        Matcher matcher = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+(?:@\\w+(?:\\(\"[^\"]*\"\\))?\\s+)*(?:public sealed interface|record) (\\w+)",
                        Pattern.DOTALL)
                .matcher(source);
        Map<String, String> docs = new LinkedHashMap<>();
        while (matcher.find()) {
            String text = matcher.group(1).replaceAll("\\n\\s*\\* ?", "\n").strip();
            docs.put(
                    matcher.group(2),
                    text.split("\\n\\s*\\n|\\n@")[0]
                            .replaceAll("\\{@(?:link|code) ([^}]*)}", "`$1`")
                            .replaceAll("\\s+", " "));
        }
        return docs;
    }
}
