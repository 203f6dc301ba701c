package org.shaodao.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
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

    /** Whether this is the caller's password. */
    public boolean isPasswordOf(Caller caller, String password) {
        return signIn(caller.name(), password).isPresent();
    }

    /**
     * Gives the caller's account a password of its owner's choosing. A one-time password is changed once: whoever still
     * has a session opened with it changes nothing afterwards.
     *
     * @return whether it was changed
     */
    public boolean changePassword(Caller caller, NewPassword chosen) {
        return jdbc.sql("update access.account set password_hash = ?, must_change = false"
                                + " where id = ? and must_change = ?")
                        .param(passwords.encode(chosen.password()))
                        .params(caller.id(), caller.mustChange())
                        .update()
                == 1;
    }

    /** Who signs in for a unit, by login. */
    public List<Caller> of(String unit) {
        return jdbc.sql("select * from access.account where unit = ? order by login")
                .param(unit)
                .query((rs, i) -> caller(rs))
                .list();
    }

    private Optional<Row> find(String login) {
        if (login.indexOf('\0') >= 0) {
            return Optional.empty(); // No column holds NUL: the statement would fail.
        }
        return jdbc.sql("select * from access.account where login = ?")
                .param(login)
                .query((rs, i) -> new Row(caller(rs), rs.getString("password_hash")))
                .optional();
    }

    private static Caller caller(ResultSet rs) throws SQLException {
        return new Caller(
                rs.getString("id"),
                rs.getString("login"),
                Role.valueOf(rs.getString("role")),
                rs.getString("unit"),
                false,
                rs.getBoolean("must_change"));
    }

    private record Row(Caller caller, String hash) {}
}
