package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;

/**
 * 延期. What is known of the time that a unit asked for in addition.
 *
 * @param granted how often it got more
 * @param askedBy who asked; null while nothing is asked
 */
@RecordBuilder
public record ExtensionFacts(Integer granted, @Nullable By askedBy) implements ExtensionFactsBuilder.With {
    static final ExtensionFacts NONE = new ExtensionFacts(0, null);
}
