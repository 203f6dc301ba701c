package org.shaodao.reactions;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether what should follow by itself does: red while a reaction of this node fails and is tried again. */
@Component("reactionsHealthIndicator")
class ReactionHealth extends AbstractHealthIndicator {
    private final Reactions reactions;

    ReactionHealth(Reactions reactions) {
        super("the reactions cannot be asked");
        this.reactions = reactions;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> failing = reactions.failing();
        (failing.isEmpty() && reactions.isRunning() ? health.up() : health.outOfService())
                .withDetail("failing", failing);
    }
}
