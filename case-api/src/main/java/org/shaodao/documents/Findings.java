package org.shaodao.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shaodao.problem.FieldProblem;

/** Everything that is wrong with one document, each with its place and line. */
final class Findings {
    private final Located text;
    private final Set<FieldProblem> found = new LinkedHashSet<>();

    Findings(Located text) {
        this.text = text;
        text.repeated().forEach((pointer, line) -> found.add(new FieldProblem(pointer, line, "twice", List.of())));
    }

    /** @param rule what would be right, as a message key below {@code field.} */
    void add(String pointer, String rule, Object... arguments) {
        found.add(new FieldProblem(pointer, text.line(pointer), rule, List.of(arguments)));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** In the order of the text. */
    List<FieldProblem> inOrder() {
        List<FieldProblem> all = new ArrayList<>(found);
        all.sort(Comparator.comparing(FieldProblem::line, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(FieldProblem::field));
        return List.copyOf(all);
    }
}
