package org.shaodao.people;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads accounts with their roles and deputies. */
@Repository
public class People {
    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> find(String id) {
        return withRoles(jdbc.sql("select * from access.account where id = ?")
                        .param(id)
                        .query((rs, i) -> person(rs))
                        .list())
                .stream()
                .findFirst();
    }

    /** The accounts with these ids, as far as there are such, by id. */
    public Map<String, Person> of(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : withRoles(jdbc.sql("select * from access.account where id in (:ids)")
                                .param("ids", ids)
                                .query((rs, i) -> person(rs))
                                .list())
                        .stream()
                        .collect(Collectors.toMap(Person::id, each -> each));
    }

    /** Whoever was not ended: their logins by their ids, in order of the logins. */
    Map<String, String> living() {
        Map<String, String> living = new LinkedHashMap<>();
        jdbc.sql("select id, login from access.account where ended_at is null order by login")
                .query(rs -> {
                    living.put(rs.getString("id"), rs.getString("login"));
                });
        return living;
    }

    /** The account of this login. */
    public Optional<Person> named(String login) {
        return login.indexOf('\0') >= 0
                ? Optional.empty() // no column holds NUL
                : withRoles(jdbc.sql("select * from access.account where login = ?")
                                .param(login)
                                .query((rs, i) -> person(rs))
                                .list())
                        .stream()
                        .findFirst();
    }

    /** Some accounts; {@code next} continues. */
    @Schema(name = "UserPage")
    record Page(List<Person> users, @Nullable String next) {}

    /**
     * Accounts by login, ended ones too.
     *
     * @param cursor where the page before ended; null = from the first on
     * @param like letters that the login contains; null = any
     * @param unit for which they have a role today or later; null = any
     */
    Page page(@Nullable String cursor, @Nullable String like, @Nullable String unit, int limit) {
        List<Person> page = withRoles(jdbc.sql("""
                        select * from access.account p
                        where (:after::text is null or login > :after)
                          and (:like::text is null or position(lower(:like) in lower(login)) > 0)
                          and (:unit::text is null or exists (
                            select 1 from access.assignment a
                            where a.account = p.id and a.unit = :unit and a.ended_at is null))
                        order by login limit :limit
                        """)
                .param("after", cursor == null ? null : UserCursor.decode(cursor))
                .param("like", like)
                .param("unit", unit)
                .param("limit", limit)
                .query((rs, i) -> person(rs))
                .list());
        return new Page(
                page,
                page.size() < limit ? null : UserCursor.encode(page.getLast().login()));
    }

    private List<Person> withRoles(List<Person> people) {
        if (people.isEmpty()) {
            return people;
        }
        List<String> ids = people.stream().map(Person::id).toList();
        Map<String, List<Person.Deputy>> deputies = jdbc
                .sql("""
                        select d.*, other.login from access.deputy d
                        join access.account other on other.id = d.account
                        join access.assignment a on a.id = d.assignment
                        where a.account in (:ids) order by d.id
                        """)
                .param("ids", ids)
                .query((rs, i) -> Map.entry(rs.getString("assignment"), deputy(rs)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<String, List<Person.Assigned>> roles = jdbc
                .sql("select * from access.assignment where account in (:ids) order by id")
                .param("ids", ids)
                .query((rs, i) -> Map.entry(
                        rs.getString("account"), assigned(rs, deputies.getOrDefault(rs.getString("id"), List.of()))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return people.stream()
                .map(each -> new Person(
                        each.id(),
                        each.login(),
                        each.password(),
                        each.mustChange(),
                        each.createdAt(),
                        each.lastSignInAt(),
                        each.endedAt(),
                        roles.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Person person(ResultSet rs) throws SQLException {
        return new Person(
                rs.getString("id"),
                rs.getString("login"),
                rs.getString("password_hash") != null,
                rs.getBoolean("must_change"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                moment(rs, "last_sign_in_at"),
                ended(rs),
                List.of());
    }

    private static Person.Assigned assigned(ResultSet rs, List<Person.Deputy> deputies) throws SQLException {
        return new Person.Assigned(
                rs.getString("id"),
                Role.valueOf(rs.getString("role")),
                rs.getString("unit"),
                rs.getObject("from_day", LocalDate.class),
                rs.getObject("until_day", LocalDate.class),
                ended(rs),
                deputies);
    }

    private static Person.Deputy deputy(ResultSet rs) throws SQLException {
        return new Person.Deputy(
                rs.getString("id"),
                rs.getString("account"),
                rs.getString("login"),
                rs.getObject("from_day", LocalDate.class),
                rs.getObject("until_day", LocalDate.class),
                ended(rs));
    }

    private static @Nullable Instant ended(ResultSet rs) throws SQLException {
        return moment(rs, "ended_at");
    }

    private static @Nullable Instant moment(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
