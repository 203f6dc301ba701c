package org.shaodao.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one part of a request.
 *
 * @param field its name, or the JSON pointer of a place in a document
 * @param line where it stands in the text that was sent; null where there are no lines
 * @param rule what would be right, as a message key below {@code field.}
 * @param arguments what the sentence of that key leaves open
 */
public record FieldProblem(String field, @Nullable Integer line, String rule, List<Object> arguments) {
    public FieldProblem {
        arguments = List.copyOf(arguments);
    }
}
