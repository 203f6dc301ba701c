package org.shaodao.history;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.vault.Secrets;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a resident is called in one case, for example 诉求人 A7K2: in another case the same person has another name. */
@Component
public class Aliases {
    /** Without letters and digits that are taken for each other. */
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final Secrets secrets;
    private final CaseDesk desk;
    private final MessageSource messages;

    Aliases(Secrets secrets, CaseDesk desk, MessageSource messages) {
        this.secrets = secrets;
        this.desk = desk;
        this.messages = messages;
    }

    /** The alias of the resident whose case it is, in the language of the reader. */
    public String of(UUID caseId) {
        byte[] person = desk.complainantOf(caseId).toString().getBytes(StandardCharsets.US_ASCII);
        String digest =
                secrets.hmac(Secrets.Purpose.ALIAS, caseId.toString().getBytes(StandardCharsets.US_ASCII), person);
        StringBuilder sign = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            sign.append(SIGNS.charAt(digest.charAt(i) % SIGNS.length()));
        }
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage("history.alias", new Object[] {sign.toString()}, locale);
    }
}
