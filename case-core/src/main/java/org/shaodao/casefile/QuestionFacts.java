package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * 询问. What is known of one question put to a unit that the demand concerns.
 *
 * @param number within the case, from 1
 */
@RecordBuilder
public record QuestionFacts(Integer number, String unit, Boolean answered) implements QuestionFactsBuilder.With {}
