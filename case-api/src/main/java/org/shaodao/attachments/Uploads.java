package org.shaodao.attachments;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was uploaded, until an event refers to it and after. */
@Repository
class Uploads {
    private static final RowMapper<Upload> UPLOAD = (row, number) -> new Upload(
            row.getObject("id", UUID.class),
            row.getString("media_type"),
            row.getLong("bytes"),
            row.getString("sha256"),
            row.getString("key_mark"),
            row.getString("uploaded_by"),
            row.getObject("case_id", UUID.class));

    private final JdbcClient jdbc;
    private final Clock clock;

    Uploads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A file.
     *
     * @param keyMark hash of its key, by which its holder is recognised; the key itself is nowhere here
     * @param caseId the case that claimed it; null = none yet
     */
    record Upload(
            UUID id,
            String mediaType,
            long bytes,
            String sha256,
            String keyMark,
            String by,
            @Nullable UUID caseId) {}

    void add(Upload upload) {
        jdbc.sql("""
                        insert into attachments.upload (id, media_type, bytes, sha256, key_mark, uploaded_by, touched_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        upload.id(),
                        upload.mediaType(),
                        upload.bytes(),
                        upload.sha256(),
                        upload.keyMark(),
                        upload.by(),
                        now())
                .update();
    }

    Optional<Upload> find(UUID id) {
        return jdbc.sql("select * from attachments.upload where id = ?")
                .param(id)
                .query(UPLOAD)
                .optional();
    }

    /** Claims a file for a case whose step is about to refer to it: from now on the sweeper lets it be for a day. */
    boolean claim(UUID id, UUID caseId) {
        return jdbc.sql("update attachments.upload set case_id = ?, touched_at = ? where id = ?")
                        .params(caseId, now(), id)
                        .update()
                == 1;
    }

    int waiting(String by) {
        return jdbc.sql("select count(*) from attachments.upload where uploaded_by = ? and not referred")
                .param(by)
                .query(Integer.class)
                .single();
    }

    /** Files that nobody touched since then and of which it is not known that an event refers to them. */
    List<Upload> untouched(Instant since, int most) {
        return jdbc.sql("""
                        select * from attachments.upload where not referred and touched_at < ?
                        order by touched_at limit ?
                        """)
                .params(since.atOffset(ZoneOffset.UTC), most)
                .query(UPLOAD)
                .list();
    }

    void referredTo(UUID id) {
        jdbc.sql("update attachments.upload set referred = true where id = ?")
                .param(id)
                .update();
    }

    /** Forgets a file unless somebody touched it since then; whoever comes later is told that it is gone. */
    boolean forget(UUID id, Instant since) {
        return jdbc.sql("delete from attachments.upload where id = ? and touched_at < ?")
                        .params(id, since.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
