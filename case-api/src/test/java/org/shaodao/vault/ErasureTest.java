package org.shaodao.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.fact.Sealed;

class ErasureTest {
    private static final UUID CASE = UUID.randomUUID();

    private Installation installation;
    private Vault vault;

    @BeforeEach
    void open(@TempDir Path folder) {
        installation = Installation.empty(folder.resolve("private"));
        vault = installation.node();
    }

    @Test
    void an_erased_person_cannot_be_read_and_everybody_else_can() {
        UUID gone = vault.newPerson();
        UUID stays = vault.newPerson();
        Sealed goneName = vault.seal(gone, CASE, "name", "王小明");
        Sealed staysName = vault.seal(stays, CASE, "name", "李雷");

        vault.erase(gone, "admin-1", "asked-by-person");

        assertThat(vault.open(goneName, CASE, "name")).isEqualTo(new Opened.Erased(3));
        assertThat(vault.open(staysName, CASE, "name")).isEqualTo(new Opened.Words("李雷"));
        assertThat(installation.node().open(goneName, CASE, "name")).isEqualTo(new Opened.Erased(3));
        assertThat(installation.node().open(staysName, CASE, "name")).isEqualTo(new Opened.Words("李雷"));
    }

    @Test
    void nothing_more_is_sealed_for_an_erased_person() {
        UUID gone = vault.newPerson();
        vault.erase(gone, "admin-1", "asked-by-person");

        assertThatExceptionOfType(VaultRefusal.class)
                .isThrownBy(() -> vault.seal(gone, CASE, "name", "王小明"))
                .returns(VaultRefusal.Reason.PERSON_ERASED, VaultRefusal::reason);
    }

    @Test
    void another_node_forgets_within_the_stated_time() {
        var nanos = new AtomicLong();
        Vault otherNode = installation.node(nanos::get);
        UUID gone = vault.newPerson();
        Sealed name = vault.seal(gone, CASE, "name", "王小明");
        assertThat(otherNode.open(name, CASE, "name")).isEqualTo(new Opened.Words("王小明"));

        vault.erase(gone, "admin-1", "asked-by-person");
        nanos.addAndGet(Vault.FORGOTTEN_AFTER.toNanos());

        assertThat(otherNode.open(name, CASE, "name")).isEqualTo(new Opened.Erased(3));
    }

    @Test
    void the_epoch_of_the_erased_key_ends_and_its_key_file_goes() {
        UUID gone = vault.newPerson();
        vault.newPerson();
        vault.newPerson();
        UUID before = installation.epochInForce();

        vault.erase(gone, "admin-1", "asked-by-person");

        UUID after = installation.epochInForce();
        assertThat(after).isNotEqualTo(before);
        assertThat(installation.epochsOfRows()).containsExactly(after);
        assertThat(new EpochKeys(installation.folder()).file(before)).doesNotExist();
        assertThat(installation
                        .sql()
                        .sql("select count(*) from epoch where destroyed_at is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void erasing_again_changes_nothing() {
        UUID gone = vault.newPerson();
        vault.erase(gone, "admin-1", "asked-by-person");
        UUID epoch = installation.epochInForce();

        vault.erase(gone, "admin-2", "retention-over");

        assertThat(installation.epochInForce()).isEqualTo(epoch);
        assertThat(installation
                        .sql()
                        .sql("select by_actor from destruction")
                        .query(String.class)
                        .single())
                .isEqualTo("admin-1");
        assertThat(new EpochKeys(installation.folder()).destructions().all())
                .containsExactly(new Destruction(gone, Installation.CLOCK.instant(), "admin-1", "asked-by-person"));
    }

    @Test
    void a_stranger_is_not_put_on_record_as_erased() {
        UUID stranger = UUID.randomUUID();

        assertThatExceptionOfType(VaultRefusal.class)
                .isThrownBy(() -> vault.erase(stranger, "admin-1", "asked-by-person"))
                .returns(VaultRefusal.Reason.UNKNOWN_PERSON, VaultRefusal::reason);
        assertThat(new EpochKeys(installation.folder()).destructions().all()).isEmpty();
    }

    @Test
    void the_record_takes_codes_not_prose() {
        UUID person = vault.newPerson();

        assertThatIllegalArgumentException().isThrownBy(() -> vault.erase(person, "Wang Xiaoming", "asked-by-person"));
        assertThatIllegalArgumentException().isThrownBy(() -> vault.erase(person, "admin-1", "王小明要求删除"));
    }

    @Test
    void a_destruction_on_record_cannot_be_taken_back() {
        vault.erase(vault.newPerson(), "admin-1", "asked-by-person");

        for (String attempt :
                List.of("delete from destruction", "update destruction set reason = 'x'", "truncate destruction")) {
            assertThatException()
                    .isThrownBy(() -> installation.sql().sql(attempt).update())
                    .withMessageContaining("on record for ever");
        }
    }

    @Test
    void a_rewrap_erases_nobody_and_ends_the_epoch() throws Exception {
        List<UUID> persons = Stream.generate(vault::newPerson).limit(20).toList();
        List<Sealed> names = persons.stream()
                .map(p -> vault.seal(p, CASE, "name", p.toString()))
                .toList();
        UUID before = installation.epochInForce();

        vault.rewrap();

        assertThat(installation.epochInForce()).isNotEqualTo(before);
        Vault other = installation.node();
        assertThat(names)
                .allSatisfy(name -> assertThat(other.open(name, CASE, "name"))
                        .isEqualTo(new Opened.Words(name.keyId().toString())));
        try (var files = Files.list(installation.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("secrets.json", "epoch-" + installation.epochInForce() + ".json");
        }
    }

    @Test
    void sealing_while_erasing_either_came_before_or_is_refused_and_is_never_readable_afterwards() throws Exception {
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < 15; round++) {
                UUID person = vault.newPerson();
                var begun = new CountDownLatch(2);
                var erased = new AtomicBoolean();
                List<Future<Sealed>> sealers = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    sealers.add(threads.submit(() -> sealUntilRefused(person, begun, erased)));
                }
                begun.await();
                vault.erase(person, "admin-1", "asked-by-person");
                erased.set(true);
                for (Future<Sealed> sealer : sealers) {
                    assertThat(vault.open(sealer.get(), CASE, "name")).isEqualTo(new Opened.Erased(2));
                }
            }
        }
    }

    @Test
    void persons_created_and_read_on_two_nodes_survive_changes_of_epoch_meanwhile() throws Exception {
        // Remembers nothing, so that every call meets the rows and files as they are.
        var always = new AtomicLong();
        Vault other = installation.node(() -> always.addAndGet(Vault.FORGOTTEN_AFTER.toNanos()));
        var done = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(3)) {
            List<Future<List<Sealed>>> workers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                workers.add(threads.submit(() -> {
                    List<Sealed> names = new ArrayList<>();
                    while (!done.get()) {
                        names.add(other.seal(other.newPerson(), CASE, "name", "李雷"));
                        other.open(names.get(names.size() / 2), CASE, "name");
                    }
                    return names;
                }));
            }
            for (int i = 0; i < 10; i++) {
                vault.rewrap();
                vault.erase(vault.newPerson(), "admin-1", "asked-by-person");
            }
            done.set(true);
            Vault fresh = installation.node();
            for (Future<List<Sealed>> worker : workers) {
                assertThat(worker.get())
                        .isNotEmpty()
                        .allSatisfy(
                                one -> assertThat(fresh.open(one, CASE, "name")).isEqualTo(new Opened.Words("李雷")));
            }
        }
        assertThat(installation.epochsOfRows()).containsExactly(installation.epochInForce());
    }

    /** The last that could be sealed. */
    private Sealed sealUntilRefused(UUID person, CountDownLatch begun, AtomicBoolean erased) {
        Sealed last = vault.seal(person, CASE, "name", "李雷");
        begun.countDown();
        while (true) {
            boolean erasedBefore = erased.get();
            try {
                last = vault.seal(person, CASE, "name", "李雷");
                assertThat(erasedBefore).as("sealed after the erasure returned").isFalse();
            } catch (VaultRefusal refusal) {
                assertThat(refusal.reason()).isEqualTo(VaultRefusal.Reason.PERSON_ERASED);
                return last;
            }
        }
    }
}
