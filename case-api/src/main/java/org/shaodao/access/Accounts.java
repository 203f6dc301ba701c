package org.shaodao.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** People who sign in, with their passwords hashed by Argon2. */
@Repository
public class Accounts {
    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final @Nullable String nobodysHash;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
        this.nobodysHash = passwords.encode("nobody has this password");
    }

    /** Whether nobody can sign in yet. */
    public boolean none() {
        return jdbc.sql("select not exists (select 1 from access.account)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Creates an account, or does nothing where the login is taken.
     *
     * @param mustChange whether the password is for one use
     */
    public void createIfAbsent(String login, Role role, @Nullable String unit, String password, boolean mustChange) {
        jdbc.sql("""
                        insert into access.account (id, login, role, unit, password_hash, must_change, created_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (login) do nothing
                        """)
                .params(UuidCreator.getTimeOrderedEpoch().toString(), login, role.name())
                .param(unit)
                .param(passwords.encode(password))
                .params(mustChange, OffsetDateTime.now(clock))
                .update();
    }

    /** The account behind login and password. An unknown login costs as much time as a wrong password. */
    Optional<Caller> signIn(String login, String password) {
        Optional<Row> row = find(login);
        boolean right = passwords.matches(password, row.map(Row::hash).orElse(nobodysHash));
        return right ? row.map(Row::caller) : Optional.empty();
    }

    /** Gives the account a password of its owner's choosing. */
    public void changePassword(String id, String password) {
        jdbc.sql("update access.account set password_hash = ?, must_change = false where id = ?")
                .param(passwords.encode(password))
                .param(id)
                .update();
    }

    private Optional<Row> find(String login) {
        if (login.indexOf('\0') >= 0) {
            return Optional.empty(); // No column holds NUL: the statement would fail.
        }
        return jdbc.sql("select * from access.account where login = ?")
                .param(login)
                .query((rs, i) -> new Row(
                        new Caller(
                                rs.getString("id"),
                                rs.getString("login"),
                                Role.valueOf(rs.getString("role")),
                                rs.getString("unit"),
                                false,
                                rs.getBoolean("must_change")),
                        rs.getString("password_hash")))
                .optional();
    }

    private record Row(Caller caller, String hash) {}
}
