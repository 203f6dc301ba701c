package org.shaodao.wiring;

import java.time.ZoneId;
import java.util.Locale;
import org.shaodao.directory.Directory;
import org.shaodao.problem.FactNames;
import org.springframework.stereotype.Component;

/** Errors name units as the registries in force do. */
@Component
class NamesInErrors implements FactNames {
    private final Directory directory;
    private final ZoneId zone;

    NamesInErrors(Directory directory, ShaodaoSettings settings) {
        this.directory = directory;
        this.zone = settings.zone();
    }

    @Override
    public String unit(String code, Locale locale) {
        return directory
                .names(!locale.getLanguage().equals(Locale.ENGLISH.getLanguage()))
                .unit(code);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }
}
