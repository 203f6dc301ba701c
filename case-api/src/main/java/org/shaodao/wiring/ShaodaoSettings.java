package org.shaodao.wiring;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation decides.
 *
 * @param data folder of this installation: database, secrets, epoch keys; made private to its owner if it is not there
 * @param city letters that begin every case number
 * @param zone the city's time zone, which decides the year of a case number
 * @param policyPack id of the policy pack that it follows
 * @param demo whether cases of our own making are put in when the product is empty
 * @param demoWeeks how many weeks of history a demonstration begins with, and then lives on; 0 = a handful of cases
 * @param rememberedCases how many case files a node keeps in memory for their next step; some 20 KiB each
 * @param database a PostgreSQL of one's own; left out = embedded
 */
@ConfigurationProperties("shaodao")
public record ShaodaoSettings(
        Path data,
        String city,
        ZoneId zone,
        String policyPack,
        boolean demo,
        int demoWeeks,
        int rememberedCases,
        @Nullable Database database) {
    /**
     * PostgreSQL 15 or newer.
     *
     * @param url JDBC address of the events and views
     * @param vaultUrl JDBC address of the vault: a database of its own
     */
    public record Database(String url, String vaultUrl, String user, String password) {}

    /** Where what must not be in a database is kept. */
    public Path secrets() {
        return data.resolve("secrets");
    }
}
