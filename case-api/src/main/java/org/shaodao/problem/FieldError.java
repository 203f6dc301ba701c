package org.shaodao.problem;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one part of a request, in words.
 *
 * @param field its name, or the JSON pointer of a place in a document
 * @param line where it stands in the text that was sent; left out where there are no lines
 * @param code stable, whatever the language
 * @param message what would be right
 */
public record FieldError(String field, @Nullable Integer line, String code, String message) {}
