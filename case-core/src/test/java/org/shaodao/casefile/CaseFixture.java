package org.shaodao.casefile;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.shaodao.documents.InForce;
import org.shaodao.documents.Rulebook;

/** The fixture every step is tested with. */
abstract class CaseFixture {
    protected final AggregateTestFixture<CaseFile> fixture = new AggregateTestFixture<>(CaseFile.class);

    /** Documents without clocks, so that a step's test shows the step. */
    CaseFixture() {
        this(() -> Sample.MORNING, SampleRules.NO_CLOCKS);
    }

    CaseFixture(Supplier<Instant> now, InForce rules) {
        fixture.registerInjectableResource(new Rulebook() {
            @Override
            public Instant now() {
                return now.get();
            }

            @Override
            public InForce inForce() {
                return rules;
            }
        });
    }

    protected Given given(Object... events) {
        return new Given(fixture.given(events));
    }

    protected Given nothing() {
        return new Given(fixture.givenNoPriorActivity());
    }

    /** What happened before. */
    protected record Given(TestExecutor<CaseFile> executor) {
        ResultValidator<CaseFile> when(CaseCommand command) {
            return when(command, Map.of());
        }

        ResultValidator<CaseFile> when(CaseCommand command, Map<String, ?> metadata) {
            return executor.when(CaseFile.message(command, metadata));
        }
    }

    /** A case whose whistle called the heating company (lead, 1) and the housing bureau (assisting, 2). */
    protected static Object[] whistled(Object... then) {
        return with(
                new Object[] {
                    Sample.raised(),
                    Sample.whistleBlown(1),
                    Sample.dispatched(1, Sample.lead(Sample.HEATING)),
                    Sample.dispatched(2, Sample.assisting(Sample.HOUSING))
                },
                then);
    }

    /** The same after both units gave their final reply. */
    protected static Object[] answered(Object... then) {
        return with(
                whistled(Sample.finalReply(1, Sample.HEATING_CLERK), Sample.finalReply(2, Sample.HOUSING_CLERK)), then);
    }

    private static Object[] with(Object[] first, Object... then) {
        return Stream.of(first, then).flatMap(Stream::of).toArray();
    }
}
