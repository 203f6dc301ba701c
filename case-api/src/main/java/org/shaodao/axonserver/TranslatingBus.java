package org.shaodao.axonserver;

import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.callbacks.LoggingCallback;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** A command bus that tells in other words why a command failed. */
public final class TranslatingBus implements CommandBus {
    private final CommandBus bus;
    private final Function<Throwable, Throwable> words;

    /** @param words what the bus says of a failure into what is to be said */
    public TranslatingBus(CommandBus bus, Function<Throwable, Throwable> words) {
        this.bus = bus;
        this.words = words;
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        bus.<C, R>dispatch(command, (asked, result) -> callback.onResult(asked, translated(result)));
    }

    private <R> CommandResultMessage<? extends R> translated(CommandResultMessage<? extends R> result) {
        return result.isExceptional()
                ? new GenericCommandResultMessage<>(words.apply(result.exceptionResult()), result.getMetaData())
                : result;
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
}
