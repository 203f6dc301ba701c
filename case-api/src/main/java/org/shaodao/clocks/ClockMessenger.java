package org.shaodao.clocks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.shaodao.casefile.ClockCommand;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.web.Courier;
import org.shaodao.web.RequestMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells cases about their clocks: it only asks, the case decides. */
@Component
class ClockMessenger {
    static final By WATCHER = new By("deadline-watcher", null, Role.SYSTEM, null);

    private static final Logger LOG = LoggerFactory.getLogger(ClockMessenger.class);
    private static final UUID NAMESPACE = UUID.fromString("5ba0da00-0000-5000-8000-0000000000c1");

    private final Courier courier;

    ClockMessenger(Courier courier) {
        this.courier = courier;
    }

    /**
     * Whether the case heard of it, whatever it said.
     *
     * @param matter what it is about, the same however often and by whomever it is told
     */
    boolean tell(ClockCommand command, String matter) {
        String commandId = UuidCreator.getNameBasedSha1(NAMESPACE, matter).toString();
        try {
            courier.deliver(
                    command, new RequestMark(WATCHER, true, commandId, "deadline", true, null, "deadline", commandId));
        } catch (Refused refused) {
            // Ended or moved meanwhile: the list will hear of it.
            LOG.debug("{}: {}", matter, refused.refusal().code());
        } catch (RuntimeException e) {
            LOG.warn("case {} could not be told about its clocks: {}", command.caseId(), e.toString());
            return false;
        }
        return true;
    }
}
