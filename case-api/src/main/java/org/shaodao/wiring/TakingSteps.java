package org.shaodao.wiring;

import java.util.Optional;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.config.Configuration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Commands are handled on this node once everything was checked, for other nodes too where Axon Server brings them.
 * When it ends, it first asks for no more of them.
 */
@Component
class TakingSteps implements DisposableBean {
    private final Configuration axon;
    private final Optional<AxonServerCommandBus> fromAfar;

    TakingSteps(
            Configuration axon,
            SelfCheck passed,
            @Qualifier("axonServerCommandBus") Optional<AxonServerCommandBus> fromAfar) {
        this.axon = axon;
        this.fromAfar = fromAfar;
        axon.start();
    }

    @Override
    public void destroy() {
        fromAfar.ifPresent(AxonServerCommandBus::disconnect);
        axon.shutdown();
    }
}
