package org.shaodao.vault;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The destruction of a person's key. It is on record in two places, in the database and outside it, and each tells the
 * other at the start what it has not heard of: a database restored from before an erasure erases again.
 */
final class Erasures {
    private final VaultDatabase database;
    private final Epochs epochs;
    private final Destructions outside;

    Erasures(VaultDatabase database, Epochs epochs, Destructions outside) {
        this.database = database;
        this.epochs = epochs;
        this.outside = outside;
    }

    boolean isErased(UUID keyId) {
        return database.sql("select count(*) from destruction where key_id = ?")
                        .param(keyId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Takes the key out of use and ends its epoch, in one transaction. The record outside comes first: a crash after it
     * means that the next start erases. The old epoch's key still has to be destroyed, see {@link Epochs#finish}.
     */
    void erase(Destruction destruction) {
        database.inTurn(() -> {
            UUID keyId = destruction.keyId();
            if (isErased(keyId)) {
                return;
            }
            if (!isThere(keyId)) {
                throw new VaultRefusal(VaultRefusal.Reason.UNKNOWN_PERSON, keyId);
            }
            outside.append(destruction);
            carryOut(List.of(destruction));
        });
    }

    /** Before the vault opens. */
    void replay() {
        database.inTurn(() -> {
            List<Destruction> here = recorded();
            List<Destruction> there = outside.all();
            without(there, here).forEach(outside::append);
            carryOut(without(here, there));
        });
    }

    private void carryOut(List<Destruction> destructions) {
        // The new epoch first: it waits for those who create persons, who in turn may wait for a row deleted here.
        if (destructions.stream().map(Destruction::keyId).anyMatch(this::isThere)) {
            epochs.turn();
        }
        for (Destruction destruction : destructions) {
            database.sql("""
                    insert into destruction (key_id, destroyed_at, by_actor, reason) values (?, ?, ?, ?)
                    on conflict (key_id) do nothing
                    """)
                    .param(destruction.keyId())
                    .param(VaultDatabase.time(destruction.at()))
                    .param(destruction.by())
                    .param(destruction.reason())
                    .update();
            database.sql("delete from person_key where key_id = ?")
                    .param(destruction.keyId())
                    .update();
        }
    }

    private boolean isThere(UUID keyId) {
        return database.sql("select count(*) from person_key where key_id = ?")
                        .param(keyId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<Destruction> recorded() {
        return database.sql("select key_id, destroyed_at, by_actor, reason from destruction order by destroyed_at")
                .query((row, number) -> new Destruction(
                        row.getObject("key_id", UUID.class),
                        row.getObject("destroyed_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_actor"),
                        row.getString("reason")))
                .list();
    }

    private static List<Destruction> without(List<Destruction> known, List<Destruction> all) {
        Set<UUID> ids = new HashSet<>(known.stream().map(Destruction::keyId).toList());
        return all.stream().filter(one -> !ids.contains(one.keyId())).toList();
    }
}
