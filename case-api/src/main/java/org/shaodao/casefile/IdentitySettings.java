package org.shaodao.casefile;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long somebody may know who the resident is. No public rule was found that names a time: these are of our own
 * making, a working day to make an appointment and an hour to make a call.
 *
 * @param card a contact card of a unit's handler
 * @param reveal a reveal to the street, the district or an auditor
 */
@ConfigurationProperties("shaodao.identity")
record IdentitySettings(
        @DefaultValue("8h") Duration card,
        @DefaultValue("1h") Duration reveal) {}
