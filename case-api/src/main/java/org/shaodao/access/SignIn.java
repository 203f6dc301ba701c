package org.shaodao.access;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The door for login and password. Whoever tries too often must wait longer and longer, by account and by address. A
 * login that nobody has is answered like one with a wrong password, waits included.
 */
@Component
public class SignIn {
    private final Accounts accounts;
    private final Attempts attempts;
    private final SignInSettings settings;

    SignIn(Accounts accounts, Attempts attempts, SignInSettings settings) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.settings = settings;
    }

    /**
     * The account behind login and password.
     *
     * @param address from where it is tried
     * @throws SignInPaused while nothing is tried for this account or from this address
     */
    Optional<Caller> enter(String login, String password, String address) {
        Optional<Caller> caller = tried(login, password, address);
        caller.ifPresent(accounts::entered);
        return caller;
    }

    private Optional<Caller> tried(String login, String password, String address) {
        String account = account(login);
        String from = attempts.subject("address", address);
        Optional<Instant> heard = attempts.deafUntil(account, from);
        if (heard.isPresent()) {
            throw new SignInPaused(heard.get());
        }
        Optional<Caller> caller = accounts.signIn(login, password);
        if (caller.isPresent()) {
            attempts.forget(account);
        } else {
            attempts.wrong(account, settings.ofAccount());
            attempts.wrong(from, settings.ofAddress());
        }
        return caller;
    }

    /**
     * Whether this is the caller's password; whoever has only found their session guesses no better than at the door.
     *
     * @throws SignInPaused as there
     */
    public boolean isPasswordOf(Caller caller, String password, String address) {
        return tried(caller.name(), password, address)
                .filter(same -> same.id().equals(caller.id()))
                .isPresent();
    }

    /** By login, until when nothing is tried for an account; who may try now is not among them. */
    public Map<String, Instant> paused(Collection<String> logins) {
        Map<String, String> subjects = new HashMap<>();
        logins.forEach(login -> subjects.put(account(login), login));
        Map<String, Instant> paused = new HashMap<>();
        attempts.deaf(subjects.keySet()).forEach((subject, until) -> paused.put(subjects.get(subject), until));
        return paused;
    }

    /** Lets an account be tried again at once. */
    public void unlock(String login) {
        attempts.forget(account(login));
    }

    private String account(String login) {
        return attempts.subject("account", login);
    }
}
