package org.shaodao.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests one caller may send a minute, to each node.
 *
 * @param perKey an office's system, behind which a whole office works
 * @param perPerson somebody who signed in, or the resident of a case
 * @param perAddress everybody who is not recognised and comes from one address
 * @param raisesPerAddress how many demands without an account may come from one address; an office's counter is one
 */
@ConfigurationProperties("shaodao.limits")
record LimitSettings(
        @DefaultValue("60000") int perKey,
        @DefaultValue("3000") int perPerson,
        @DefaultValue("3000") int perAddress,
        @DefaultValue("20") int raisesPerAddress) {}
