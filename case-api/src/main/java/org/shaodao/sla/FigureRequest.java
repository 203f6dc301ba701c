package org.shaodao.sla;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shaodao.problem.OneLine;

/** Which figures are asked for. */
record FigureRequest(
        @Parameter(description = "First day; left out = the first of this month") @Nullable LocalDate from,

        @Parameter(description = "Last day; left out = today, or the end of the month where only months can tell")
        @Nullable LocalDate until,

        @Parameter(description = "A street; streets leave it out") @OneLine @Nullable String street,

        @Parameter(description = "A unit; units leave it out") @OneLine @Nullable String unit,

        @Parameter(description = "Its beginning counts: heating finds heating/cold-home too") @OneLine @Nullable String category,

        @Parameter(
                description = "As known at the end of this day; left out = as known now, and frozen months as frozen")
        @Nullable LocalDate knownOn) {}
