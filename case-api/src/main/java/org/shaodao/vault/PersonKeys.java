package org.shaodao.vault;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.crypto.tink.Aead;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The keys of persons in the database, wrapped, and the digests by which a returning caller is recognised. */
final class PersonKeys {
    private final VaultDatabase database;
    private final Epochs epochs;
    private final EpochKeys epochKeys;
    private final Clock clock;

    PersonKeys(VaultDatabase database, Epochs epochs, EpochKeys epochKeys, Clock clock) {
        this.database = database;
        this.epochs = epochs;
        this.epochKeys = epochKeys;
        this.clock = clock;
    }

    /** A new key, on disk when this returns. */
    PersonKey create() {
        return database.durably(this::insert);
    }

    /** The person with this digest, who becomes known by it at the first call. */
    UUID recognise(byte[] digest) {
        Optional<UUID> known = known(digest);
        while (known.isEmpty()) {
            createKnownBy(digest);
            known = known(digest);
        }
        return known.get();
    }

    /**
     * The unwrapped key, or nothing when there is none. An epoch that ended between reading the row and reading the
     * epoch's file has carried the row over, so it is read again.
     */
    Optional<Aead> find(UUID keyId) {
        Optional<Attempt> attempt = attempt(keyId);
        while (attempt.isPresent() && attempt.get().key.isEmpty()) {
            UUID epoch = attempt.get().epoch;
            attempt = attempt(keyId);
            if (attempt.isPresent() && attempt.get().equals(new Attempt(epoch, Optional.empty()))) {
                throw epochs.missing(epoch);
            }
        }
        return attempt.flatMap(Attempt::key);
    }

    private PersonKey insert() {
        Instant now = clock.instant();
        Epochs.Epoch epoch = epochs.hold();
        PersonKey created = PersonKey.generate(UuidCreator.getTimeOrderedEpoch(now));
        database.sql("insert into person_key (key_id, wrapped, epoch, created_at) values (?, ?, ?, ?)")
                .param(created.id())
                .param(created.wrap(epoch.key()))
                .param(epoch.id())
                .param(VaultDatabase.time(now))
                .update();
        return created;
    }

    /** Of two first calls at once the second waits for the first, finds the digest taken and leaves no key behind. */
    private void createKnownBy(byte[] digest) {
        database.durably(() -> {
            UUID fresh = insert().id();
            int first = database.sql(
                            "insert into blind_index (digest, key_id) values (?, ?) on conflict (digest) do nothing")
                    .param(digest)
                    .param(fresh)
                    .update();
            if (first == 0) {
                database.sql("delete from person_key where key_id = ?")
                        .param(fresh)
                        .update();
            }
            return fresh;
        });
    }

    private Optional<UUID> known(byte[] digest) {
        return database.sql("select key_id from blind_index where digest = ?")
                .param(digest)
                .query(UUID.class)
                .optional();
    }

    private Optional<Attempt> attempt(UUID keyId) {
        return database.sql("select wrapped, epoch from person_key where key_id = ?")
                .param(keyId)
                .query((row, number) -> {
                    UUID epoch = row.getObject("epoch", UUID.class);
                    byte[] wrapped = row.getBytes("wrapped");
                    return new Attempt(
                            epoch,
                            epochKeys
                                    .find(epoch)
                                    .map(key -> PersonKey.unwrap(keyId, wrapped, key)
                                            .aead()));
                })
                .optional();
    }

    /** To unwrap a row with the key of its epoch, whose file may have gone since. */
    private record Attempt(UUID epoch, Optional<Aead> key) {}
}
