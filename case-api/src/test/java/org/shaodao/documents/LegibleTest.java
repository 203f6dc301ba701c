package org.shaodao.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct;
import org.shaodao.documents.Legible.Section;

/** Who reads a document reads words. */
class LegibleTest {
    private final RunningProduct product = RunningProduct.shared();

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void every_document_that_comes_with_the_product_is_told_in_words(String language) {
        Legible legible = product.bean(Legible.class);
        int read = 0;
        for (DocumentKind kind : DocumentKind.values()) {
            for (Edition edition : product.bean(Documents.class).shelf().of(kind)) {
                if (edition.published().by().actorId().equals("system")) {
                    Section whole = legible.of(edition.published().content(), Locale.forLanguageTag(language));
                    assertThat(names(whole))
                            .as("names of %s", edition.published().ref())
                            .noneMatch(name -> name.matches("[a-z]+[A-Z]\\w*|[A-Z_]{4,}"));
                    // A mapping names the values of another system as they are.
                    assertThat(kind == DocumentKind.IMPORT_MAPPING ? List.<String>of() : texts(whole))
                            .as("values of %s", edition.published().ref())
                            .noneMatch(text -> text.matches("(?s).*\\b[A-Z]+_?[A-Z]{3,}\\b.*"));
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(6);
    }

    private static List<String> names(Section section) {
        return Stream.of(
                        Stream.of(section.title()),
                        section.facts().stream().map(Legible.Fact::name),
                        section.tables().stream()
                                .flatMap(table -> Stream.concat(Stream.of(table.title()), table.columns().stream())),
                        section.sections().stream().flatMap(inner -> names(inner).stream()))
                .flatMap(all -> all)
                .toList();
    }

    private static List<String> texts(Section section) {
        return Stream.of(
                        section.facts().stream().map(Legible.Fact::text),
                        section.tables().stream()
                                .flatMap(table -> table.rows().stream())
                                .flatMap(List::stream),
                        section.sections().stream().flatMap(inner -> texts(inner).stream()))
                .flatMap(all -> all)
                .toList();
    }
}
