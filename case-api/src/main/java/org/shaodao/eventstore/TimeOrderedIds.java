package org.shaodao.eventstore;

import com.github.f4b6a3.uuid.UuidCreator;
import org.axonframework.common.IdentifierFactory;

/**
 * UUIDv7 for every event, ascending within this process. Axon finds this class through {@code META-INF/services}.
 */
public final class TimeOrderedIds extends IdentifierFactory {
    @Override
    public String generateIdentifier() {
        return UuidCreator.getTimeOrderedEpochPlus1().toString();
    }
}
