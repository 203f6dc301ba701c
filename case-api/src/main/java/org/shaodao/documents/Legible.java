package org.shaodao.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes a document legible: what is single as facts, lists of the same as tables, the rest as sections of those. */
@Component
class Legible {
    /** Properties whose codes are told in the words of others, the first that has one. */
    private static final Map<String, List<String>> WORDS_OF = Map.of(
            "acts", List.of("role"),
            "demandKind", List.of("kind"),
            "kind", List.of("kind", "placeKind", "unitKind"),
            "leadKind", List.of("unitKind"),
            "otherwise", List.of("channel"));

    private final MessageSource messages;

    Legible(MessageSource messages) {
        this.messages = messages;
    }

    /** A part of a document; the whole has no title. */
    record Section(String title, List<Fact> facts, List<Table> tables, List<Section> sections) {}

    /** One property that is single. */
    record Fact(String name, String text) {}

    /** Entries of the same sort; a cell is blank where an entry leaves something open. */
    record Table(String title, List<String> columns, List<List<String>> rows) {}

    /** A document that was published, in one language. */
    Section of(String content, Locale locale) {
        return new InLanguage(messages, locale)
                .section("", Located.read(content).root());
    }

    private record InLanguage(MessageSource messages, Locale locale) {
        Section section(String title, JsonNode object) {
            List<Fact> facts = new ArrayList<>();
            List<Table> tables = new ArrayList<>();
            List<Section> sections = new ArrayList<>();
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                String name = name(property.getKey());
                JsonNode value = property.getValue();
                if (value.isArray() && !value.isEmpty() && value.valueStream().allMatch(JsonNode::isObject)) {
                    tables.add(table(name, value.valueStream().toList()));
                } else if (value.isObject() && value.valueStream().anyMatch(InLanguage::deep)) {
                    sections.add(section(name, value));
                } else if (value.isObject()
                        && !value.isEmpty()
                        && value.valueStream().allMatch(JsonNode::isObject)) {
                    tables.add(named(name, value));
                } else {
                    facts.add(new Fact(name, text(property.getKey(), value)));
                }
            }
            return new Section(title, facts, tables, sections);
        }

        /** Whether a row of a table would not hold it. */
        private static boolean deep(JsonNode value) {
            return value.isObject()
                    && value.valueStream()
                            .anyMatch(inner ->
                                    inner.isObject() && inner.valueStream().anyMatch(JsonNode::isContainer));
        }

        private Table table(String title, List<JsonNode> entries) {
            Set<String> columns = new LinkedHashSet<>();
            entries.forEach(entry -> columns.addAll(entry.propertyNames()));
            return new Table(
                    title,
                    columns.stream().map(this::name).toList(),
                    entries.stream().map(entry -> cells(columns, entry)).toList());
        }

        /** Entries that stand under their names. */
        private Table named(String title, JsonNode entries) {
            Set<String> columns = new LinkedHashSet<>();
            entries.valueStream().forEach(entry -> columns.addAll(entry.propertyNames()));
            List<String> heads = new ArrayList<>(List.of(name("name")));
            columns.forEach(column -> heads.add(name(column)));
            List<List<String>> rows = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entry : entries.properties()) {
                List<String> row = new ArrayList<>(List.of(name(entry.getKey())));
                row.addAll(cells(columns, entry.getValue()));
                rows.add(List.copyOf(row));
            }
            return new Table(title, List.copyOf(heads), List.copyOf(rows));
        }

        private List<String> cells(Set<String> columns, JsonNode entry) {
            return columns.stream()
                    .map(column -> entry.has(column) ? text(column, entry.get(column)) : "")
                    .toList();
        }

        private String text(String property, JsonNode value) {
            if (value.isObject() && value.has("kind") && value.has("amount") && value.size() == 2) {
                String kind = value.get("kind").asString();
                return said("clocks.span." + kind, kind, value.get("amount").asInt());
            }
            if (value.isObject()) {
                return value.properties().stream()
                        .map(part -> name(part.getKey()) + ' ' + text(part.getKey(), part.getValue()))
                        .collect(Collectors.joining("; "));
            }
            if (value.isArray()) {
                return value.valueStream().map(each -> text(property, each)).collect(Collectors.joining("、"));
            }
            if (value.isBoolean()) {
                return said(value.asBoolean() ? "audit.yes" : "audit.no", value.asString());
            }
            return WORDS_OF.getOrDefault(property, List.of(property)).reversed().stream()
                    .reduce(value.asString(), (code, words) -> said("code." + words + '.' + value.asString(), code));
        }

        private String name(String property) {
            String clock = said("code.clock." + property, property);
            return said("documents.field." + property, clock);
        }

        private String said(String key, String otherwise, Object... arguments) {
            return Objects.requireNonNullElse(messages.getMessage(key, arguments, otherwise, locale), otherwise);
        }
    }
}
