package org.shaodao.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Sealed;

/**
 * Seals what is said about a person with a key of that person, and forgets the person by destroying the key. Events
 * keep the sealed words for ever; without the key they are noise, here, in every backup and in every copy.
 *
 * <p>Keys are remembered for {@link #FORGOTTEN_AFTER} per node. An erasure takes effect at once on the node that
 * carries it out, and on the others no later than that.
 */
public final class Vault {
    /** How long another node may still read an erased person. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);

    private static final int KEYS_REMEMBERED = 10_000;
    private static final String FORMAT = "1";
    private static final byte[] SECRETS_MARK = "mark".getBytes(StandardCharsets.US_ASCII);

    private final Secrets secrets;
    private final Clock clock;
    private final Epochs epochs;
    private final PersonKeys persons;
    private final Erasures erasures;
    private final Wordings wordings;
    private final Cache<UUID, Optional<Aead>> remembered;

    /**
     * Opens the vault: brings its schema up to date, carries out destructions that a restored database has not heard
     * of, and finishes what a crash left half done.
     *
     * @param dataSource the vault's own database, empty at the first start
     * @param epochKeys the keys outside that database
     * @param secrets the ones the vault was first opened with
     * @param clock time of creations and destructions
     * @throws IllegalStateException when a key or secret outside the database is missing or another one; the message
     *     says which and what would be right
     */
    public Vault(DataSource dataSource, EpochKeys epochKeys, Secrets secrets, Clock clock) {
        this(dataSource, epochKeys, secrets, clock, Ticker.systemTicker());
    }

    Vault(DataSource dataSource, EpochKeys epochKeys, Secrets secrets, Clock clock, Ticker ticker) {
        this.secrets = secrets;
        this.clock = clock;
        var database = new VaultDatabase(dataSource);
        epochs = new Epochs(database, epochKeys, clock);
        persons = new PersonKeys(database, epochs, epochKeys, clock);
        erasures = new Erasures(database, epochs, epochKeys.destructions());
        wordings = new Wordings(database, secrets);
        remembered = Caffeine.newBuilder()
                .maximumSize(KEYS_REMEMBERED)
                .expireAfterWrite(FORGOTTEN_AFTER)
                .ticker(ticker)
                .build();
        database.inTurn(() -> {
            requireSameSecrets(database);
            epochs.beginFirst();
            epochs.requireKeys();
        });
        erasures.replay();
        epochs.finish();
    }

    /** The key id of somebody new and unrecognised; the key is on disk when this returns. */
    public UUID newPerson() {
        PersonKey created = persons.create();
        remembered.put(created.id(), Optional.of(created.aead()));
        return created.id();
    }

    /**
     * The person who calls from this number, new at the first call; once erased, a new one again. The number itself is
     * not stored.
     *
     * @param phone in any spelling: spaces, dashes, +86
     * @throws IllegalArgumentException when it is no telephone number
     */
    public UUID personFor(String phone) {
        return persons.recognise(
                secrets.digest(Secrets.Purpose.BLIND_INDEX, Phone.of(phone).bytes()));
    }

    /**
     * Of how many other cases a unit answered in these words before, numbers and punctuation aside; at most 100.
     *
     * @param caseId the case that it answers with them now
     */
    public int wordedBefore(String unit, String text, UUID caseId) {
        return wordings.before(unit, text, caseId);
    }

    /**
     * Seals words about a person for one field of one aggregate; they open nowhere else.
     *
     * @param label name of the field, part of the stored format
     * @throws VaultRefusal {@code PERSON_ERASED} or {@code UNKNOWN_PERSON}
     * @throws IllegalArgumentException when the text holds half a character (an unpaired surrogate), which could not be
     *     given back as it was
     */
    public Sealed seal(UUID keyId, UUID aggregateId, String label, String text) {
        byte[] plain = utf8(text);
        Aead key = key(keyId).orElseThrow(() -> new VaultRefusal(VaultRefusal.Reason.PERSON_ERASED, keyId));
        try {
            byte[] ciphertext = key.encrypt(plain, place(aggregateId, label));
            return new Sealed(
                    keyId,
                    FORMAT,
                    codePoints(text),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(ciphertext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The words, or that the person was erased.
     *
     * @param aggregateId to which the words belong
     * @param label the field in which they stood
     * @throws VaultRefusal {@code SEAL_BROKEN}, {@code UNKNOWN_FORMAT} or {@code UNKNOWN_PERSON}
     */
    public Opened open(Sealed sealed, UUID aggregateId, String label) {
        Optional<Aead> key = key(sealed.keyId());
        if (key.isEmpty()) {
            return new Opened.Erased(sealed.chars());
        }
        if (!sealed.format().equals(FORMAT)) {
            throw new VaultRefusal(VaultRefusal.Reason.UNKNOWN_FORMAT, sealed.keyId());
        }
        try {
            byte[] ciphertext = Base64.getUrlDecoder().decode(sealed.ciphertext());
            byte[] plain = key.get().decrypt(ciphertext, place(aggregateId, label));
            String text = new String(plain, StandardCharsets.UTF_8);
            if (codePoints(text) == sealed.chars()) {
                return new Opened.Words(text);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw broken(sealed, e);
        }
        throw broken(sealed, null);
    }

    /**
     * Forgets a person: destroys the key, what recognises them, and the epoch key under which copies of their key may
     * lie in backups. Wraps every survivor anew, so it costs the more the more persons there are. Backups of the vault
     * made before cannot be read afterwards: make a new one. Doing it again changes nothing and finishes what a failure
     * left undone.
     *
     * @param byActor opaque id of who decided it
     * @param reason a code such as {@code asked-by-person}
     * @throws VaultRefusal {@code UNKNOWN_PERSON}
     */
    public void erase(UUID keyId, String byActor, String reason) {
        try {
            erasures.erase(new Destruction(keyId, clock.instant(), byActor, reason));
        } finally {
            // Also when nobody knows whether the commit arrived.
            remembered.invalidate(keyId);
        }
        epochs.finish();
    }

    /** Begins a new epoch without erasing anybody, so that no stolen epoch key opens later backups. */
    public void rewrap() {
        epochs.begin();
        epochs.finish();
    }

    /** Empty for an erased person. */
    private Optional<Aead> key(UUID keyId) {
        return remembered.get(keyId, id -> {
            Optional<Aead> key = persons.find(id);
            if (key.isEmpty() && !erasures.isErased(id)) {
                throw new VaultRefusal(VaultRefusal.Reason.UNKNOWN_PERSON, id);
            }
            return key;
        });
    }

    private void requireSameSecrets(VaultDatabase database) {
        String mark = secrets.hmac(Secrets.Purpose.BLIND_INDEX, SECRETS_MARK);
        database.sql("insert into installation (secrets_mark) values (?) on conflict do nothing")
                .param(mark)
                .update();
        String first = database.sql("select secrets_mark from installation")
                .query(String.class)
                .single();
        if (!first.equals(mark)) {
            throw new IllegalStateException(
                    "The installation's secrets are not the ones this vault was first opened with: nobody would be recognised."
                            + " Bring secrets.json back from its backup, or name the folder that holds it.");
        }
    }

    private static VaultRefusal broken(Sealed sealed, @Nullable Exception cause) {
        var refusal = new VaultRefusal(VaultRefusal.Reason.SEAL_BROKEN, sealed.keyId());
        refusal.initCause(cause);
        return refusal;
    }

    private static byte[] place(UUID aggregateId, String label) {
        return (aggregateId + "/" + label).getBytes(StandardCharsets.UTF_8);
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the text holds half a character (an unpaired surrogate)", e);
        }
    }
}
