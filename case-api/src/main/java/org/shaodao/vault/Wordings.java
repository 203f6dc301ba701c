package org.shaodao.vault;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.UUID;

/** 雷同答复. Knows replies that were worded alike, without knowing a word of them. */
final class Wordings {
    /** Shorter ones, such as 已修好, are alike without anybody having copied. No public rule was found: of our own making. */
    private static final int SHORTEST = 12;

    /** More than so many are not counted. */
    private static final int MOST = 100;

    private final VaultDatabase database;
    private final Secrets secrets;

    Wordings(VaultDatabase database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Of how many other cases the unit used these words before; from now on of this one too. */
    int before(String unit, String text, UUID caseId) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}]", "");
        if (words.codePointCount(0, words.length()) < SHORTEST) {
            return 0;
        }
        byte[] digest = secrets.digest(Secrets.Purpose.WORDING, words.getBytes(StandardCharsets.UTF_8));
        database.sql("insert into wording (unit, digest, case_id) values (?, ?, ?) on conflict do nothing")
                .params(unit, digest, caseId)
                .update();
        return database.sql("""
                        select count(*) from
                            (select from wording where unit = ? and digest = ? and case_id <> ? limit ?) as others
                        """)
                .params(unit, digest, caseId, MOST)
                .query(Integer.class)
                .single();
    }
}
