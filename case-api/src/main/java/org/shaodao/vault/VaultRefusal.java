package org.shaodao.vault;

import java.util.UUID;

/** Why the vault did not do what it was asked to. */
public final class VaultRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The reasons. None of them means "erased, nothing to read": that is an answer, {@link Opened.Erased}. */
    public enum Reason {
        /** The words were altered, or taken from another case or another field. */
        SEAL_BROKEN,
        /** Sealed in a way this version does not know: written by a newer one. */
        UNKNOWN_FORMAT,
        /** Neither a key nor a destruction is on record: this is not the vault the words were sealed in. */
        UNKNOWN_PERSON,
        /** The person's key was destroyed: nothing can be sealed for them any more. */
        PERSON_ERASED
    }

    private final Reason reason;
    private final UUID keyId;

    VaultRefusal(Reason reason, UUID keyId) {
        super(reason + ", key " + keyId);
        this.reason = reason;
        this.keyId = keyId;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The key of the person concerned. */
    public UUID keyId() {
        return keyId;
    }
}
