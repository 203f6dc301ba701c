package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 哨. What is known of one whistle.
 *
 * @param number within the case, from 1
 * @param kind code from the policy pack
 * @param reportAt the appointed time; null = at once
 * @param withdrawn whether it was taken back 撤哨
 */
@RecordBuilder
public record WhistleFacts(
        Integer number,
        String kind,
        ReportMode reportMode,
        @Nullable Instant reportAt,
        Boolean withdrawn) implements WhistleFactsBuilder.With {}
