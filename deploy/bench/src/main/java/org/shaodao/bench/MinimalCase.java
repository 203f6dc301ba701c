package org.shaodao.bench;

import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.StoredAs;

/** An aggregate that does next to nothing: what is measured with it is the engine beneath. */
@AggregateRoot(type = MinimalCase.TYPE)
public class MinimalCase {
    static final String TYPE = "minimal";

    /** Steps of a life, each with one event. */
    static final int STEPS = 10;

    private static final String WORDS = "家里只有十四度，有两位八十岁的老人，已经三天了，请尽快上门查看并恢复供热。".repeat(4);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable UUID id;

    private int steps;

    /** For Axon. */
    protected MinimalCase() {}

    /** Take one more step. */
    record TakeStep(@TargetAggregateIdentifier UUID caseId, Integer step, String text) {}

    /** What can happen. */
    sealed interface Happened {
        /** One more step was taken. */
        @StoredAs("minimal.step-taken")
        record StepTaken(UUID caseId, Integer step, String text) implements Happened {}
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Integer take(TakeStep c) {
        if (c.step() != steps + 1) {
            throw new IllegalStateException("After step " + steps + " comes no step " + c.step());
        }
        AggregateLifecycle.apply(new Happened.StepTaken(c.caseId(), c.step(), c.text()));
        return steps;
    }

    @EventSourcingHandler
    void on(Happened.StepTaken e) {
        id = e.caseId();
        steps = e.step();
    }

    /** An event as all contestants store it. */
    static Happened.StepTaken sample() {
        return new Happened.StepTaken(new UUID(0, 0), 1, WORDS);
    }

    /** A whole life, sent step by step. */
    static Life life(CommandGateway commands) {
        return () -> {
            UUID caseId = Ids.next();
            return IntStream.rangeClosed(1, STEPS)
                    .<Life.Step>mapToObj(step -> () -> commands.sendAndWait(
                            new GenericCommandMessage<>(new TakeStep(caseId, step, WORDS), Ids.metadata())))
                    .toList();
        };
    }
}
