package org.shaodao.remembered;

import java.util.Objects;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.LoggingCallback;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.jspecify.annotations.Nullable;
import org.shaodao.remembered.RememberedCases.Deciding;

/**
 * A command bus that never says no, nor that there is nothing to do, because of what it remembers: what was decided so
 * is decided once more by the store. A step that is to be stored needs no such care, as the store refuses it where
 * another node was faster.
 */
public final class SecondThoughts implements CommandBus {
    private final SimpleCommandBus bus;
    private final RememberedCases remembered;

    /** @param bus which handles commands in the thread of the caller */
    public SecondThoughts(SimpleCommandBus bus, RememberedCases remembered) {
        this.bus = bus;
        this.remembered = remembered;
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        Answer<C, R> first = new Answer<>();
        boolean stale;
        try (Deciding deciding = remembered.decide(false)) {
            bus.dispatch(command, first);
            stale = deciding.mayBeStale();
        }
        if (stale) {
            try (Deciding _ = remembered.decide(true)) {
                bus.dispatch(command, callback);
            }
        } else {
            first.passOn(callback);
        }
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, LoggingCallback.INSTANCE);
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return bus.subscribe(commandName, handler);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
        return bus.registerDispatchInterceptor(dispatchInterceptor);
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
        return bus.registerHandlerInterceptor(handlerInterceptor);
    }

    /** Kept back until it is known whether it stands. */
    private static final class Answer<C, R> implements CommandCallback<C, R> {
        private @Nullable CommandMessage<? extends C> command;
        private @Nullable CommandResultMessage<? extends R> result;

        @Override
        public void onResult(CommandMessage<? extends C> asked, CommandResultMessage<? extends R> told) {
            command = asked;
            result = told;
        }

        void passOn(CommandCallback<? super C, ? super R> callback) {
            callback.onResult(Objects.requireNonNull(command), Objects.requireNonNull(result));
        }
    }
}
