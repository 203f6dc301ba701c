package org.shaodao.vault;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.crypto.tink.Aead;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/**
 * The change of epoch, in three steps: a new key takes over, the survivors are wrapped with it, the old key is
 * destroyed. What was not carried over is lost in every copy of the database, and that is its purpose. Each step is one
 * transaction and needs only that the one before was committed, so a vault killed in between goes on at its next start.
 */
final class Epochs {
    private static final RowMapper<UUID> ID = (row, number) -> row.getObject("id", UUID.class);
    private static final int ROWS_AT_A_TIME = 10_000;

    private final VaultDatabase database;
    private final EpochKeys keys;
    private final Clock clock;

    Epochs(VaultDatabase database, EpochKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** The epoch in force; it stays in force until the caller's transaction ends. */
    Epoch hold() {
        database.holdEpoch();
        return inForce();
    }

    /** Refuses to go on without the keys that the database depends on. */
    void requireKeys() {
        List<UUID> missing = database.sql("""
                select id from epoch
                where retired_at is null or exists (select from person_key where epoch = epoch.id)
                order by created_at
                """).query(ID).stream()
                .filter(id -> keys.find(id).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            UUID first = missing.getFirst();
            throw new IllegalStateException("""
                    The vault cannot be read: persons' keys are wrapped with the key of epoch %s, and its file is missing: %s
                    If the folder is the wrong one, name the right one. If the file was lost, bring it back from its backup. \
                    If the database was restored from before the last erasure or rewrap, its epoch was destroyed on purpose: \
                    restore a copy made after that.""".formatted(first, keys.file(first)));
        }
    }

    /** In the caller's turn: begins the first epoch of a new vault. */
    void beginFirst() {
        if (database.sql("select count(*) from epoch").query(Long.class).single() == 0) {
            turn();
        }
    }

    /** First step, in the caller's turn: whatever is wrapped from its commit on is wrapped with a new key. */
    void turn() {
        var now = VaultDatabase.time(clock.instant());
        UUID next = UuidCreator.getTimeOrderedEpoch(clock.instant());
        // On disk before the database knows it: a crash in between leaves a file that never wrapped anything.
        keys.create(next);
        database.ownEpoch();
        database.sql("update epoch set retired_at = ? where retired_at is null")
                .param(now)
                .update();
        database.sql("insert into epoch (id, created_at) values (?, ?)")
                .param(next)
                .param(now)
                .update();
    }

    /** First step alone, in a turn of its own. */
    void begin() {
        database.inTurn(this::turn);
    }

    /** Second and third step, for whatever is left of earlier changes too. */
    void finish() {
        rewrapSurvivors();
        destroyRetired();
    }

    /** Second step: all or nobody. Persons created meanwhile are wrapped with the new key already and do not wait. */
    void rewrapSurvivors() {
        database.inTurn(() -> {
            Epoch target = inForce();
            Map<UUID, Aead> retired = new HashMap<>();
            SequencedMap<UUID, byte[]> batch = nextBatch(new UUID(0, 0), target, retired);
            while (!batch.isEmpty()) {
                write(batch, target.id);
                batch = nextBatch(batch.lastEntry().getKey(), target, retired);
            }
        });
    }

    /** Third step: destroys the keys that wrap nothing any more, once the new one has proved itself from disk. */
    void destroyRetired() {
        database.inTurn(() -> {
            List<UUID> over = database.sql("""
                    select id from epoch
                    where retired_at is not null and destroyed_at is null
                      and not exists (select from person_key where epoch = epoch.id)
                    """).query(ID).list();
            if (over.isEmpty()) {
                return;
            }
            requireSurvivorsOpenFromDisk();
            for (UUID epoch : over) {
                keys.destroy(epoch);
                database.sql("update epoch set destroyed_at = ? where id = ?")
                        .param(VaultDatabase.time(clock.instant()))
                        .param(epoch)
                        .update();
            }
        });
    }

    private void requireSurvivorsOpenFromDisk() {
        UUID current = inForce().id;
        Aead onDisk = keys.read(current).orElseThrow(() -> missing(current));
        database.sql("select key_id, wrapped from person_key where epoch = ? limit 1")
                .param(current)
                .query((row, number) ->
                        PersonKey.unwrap(row.getObject("key_id", UUID.class), row.getBytes("wrapped"), onDisk))
                .optional();
    }

    private Epoch inForce() {
        UUID id = database.sql("select id from epoch where retired_at is null")
                .query(UUID.class)
                .single();
        return new Epoch(id, keys.find(id).orElseThrow(() -> missing(id)));
    }

    /** Up to so many survivors that are still wrapped with an old key, by id, each with its key wrapped anew. */
    private SequencedMap<UUID, byte[]> nextBatch(UUID after, Epoch target, Map<UUID, Aead> retired) {
        SequencedMap<UUID, byte[]> batch = new LinkedHashMap<>();
        database.sql("""
                select key_id, wrapped, epoch from person_key
                where key_id > ? and epoch <> ? order by key_id limit ?
                """).param(after).param(target.id).param(ROWS_AT_A_TIME).query(row -> {
            Aead old = retired.computeIfAbsent(
                    row.getObject("epoch", UUID.class), id -> keys.read(id).orElseThrow(() -> missing(id)));
            PersonKey person = PersonKey.unwrap(row.getObject("key_id", UUID.class), row.getBytes("wrapped"), old);
            batch.put(person.id(), person.wrap(target.key));
        });
        return batch;
    }

    private void write(SequencedMap<UUID, byte[]> batch, UUID epoch) {
        database.sql("""
                update person_key set wrapped = fresh.wrapped, epoch = ?
                from unnest(?::uuid[], ?::bytea[]) as fresh (key_id, wrapped)
                where person_key.key_id = fresh.key_id
                """)
                .param(epoch)
                .param(batch.sequencedKeySet().toArray(UUID[]::new))
                .param(batch.sequencedValues().toArray(byte[][]::new))
                .update();
    }

    IllegalStateException missing(UUID epoch) {
        return new IllegalStateException(
                "The key of epoch %s disappeared while the vault was open: %s".formatted(epoch, keys.file(epoch)));
    }

    record Epoch(UUID id, Aead key) {}
}
