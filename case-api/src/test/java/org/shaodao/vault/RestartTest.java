package org.shaodao.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.fact.Sealed;

/** What a vault finds at its start: after a kill between any two steps, after a restore, with something missing. */
class RestartTest {
    private static final UUID CASE = UUID.randomUUID();

    @TempDir
    Path temporary;

    private Installation installation;
    private UUID gone;
    private Sealed goneName;
    private Sealed staysName;
    private UUID firstEpoch;

    @BeforeEach
    void two_persons_in_the_vault() {
        installation = Installation.empty(temporary.resolve("private"));
        Vault vault = installation.node();
        gone = vault.personFor("13800138000");
        goneName = vault.seal(gone, CASE, "name", "王小明");
        staysName = vault.seal(vault.newPerson(), CASE, "name", "李雷");
        firstEpoch = installation.epochInForce();
    }

    @Test
    void killed_after_the_record_outside_the_next_start_erases() {
        keys().destructions().append(destruction());

        assertErasedAndFinished(installation);
    }

    @Test
    void killed_while_writing_the_record_outside_nothing_was_erased_and_the_file_stays_sound() throws IOException {
        Path file = installation.folder().resolve("destructions");
        Files.writeString(file, destruction().line().substring(0, 60));

        Vault vault = installation.node();
        assertThat(vault.open(goneName, CASE, "name")).isEqualTo(new Opened.Words("王小明"));

        vault.erase(gone, "admin-1", "asked-by-person");
        assertThat(keys().destructions().all()).containsExactly(destruction());
    }

    @Test
    void killed_after_the_new_key_was_written_the_old_epoch_goes_on() {
        var orphan = UUID.randomUUID();
        keys().create(orphan);

        Vault vault = installation.node();

        assertThat(installation.epochInForce()).isEqualTo(firstEpoch);
        assertThat(vault.open(staysName, CASE, "name")).isEqualTo(new Opened.Words("李雷"));
    }

    @Test
    void killed_after_the_key_was_taken_out_the_next_start_wraps_the_survivors_and_destroys_the_old_key() {
        installation.erasures().erase(destruction());
        assertThat(keys().file(firstEpoch)).exists();

        assertErasedAndFinished(installation);
    }

    @Test
    void killed_after_the_survivors_were_wrapped_the_next_start_destroys_the_old_key() {
        installation.erasures().erase(destruction());
        installation.epochs().rewrapSurvivors();
        assertThat(keys().file(firstEpoch)).exists();

        assertErasedAndFinished(installation);
    }

    @Test
    void killed_after_the_old_key_was_destroyed_the_next_start_records_it() {
        installation.erasures().erase(destruction());
        installation.epochs().rewrapSurvivors();
        keys().destroy(firstEpoch);

        assertErasedAndFinished(installation);
    }

    @Test
    void the_old_key_is_not_destroyed_before_the_survivors_are_wrapped() {
        installation.erasures().erase(destruction());

        installation.epochs().destroyRetired();

        assertThat(keys().file(firstEpoch)).exists();
        assertErasedAndFinished(installation);
    }

    @Test
    void the_old_key_is_not_destroyed_when_the_new_one_cannot_be_read_back() throws IOException {
        installation.erasures().erase(destruction());
        Epochs epochs = installation.epochs();
        epochs.rewrapSurvivors();
        Files.move(keys().file(installation.epochInForce()), temporary.resolve("mislaid"));

        assertThatIllegalStateException().isThrownBy(epochs::destroyRetired);

        assertThat(keys().file(firstEpoch)).exists();
    }

    @Test
    void a_database_restored_from_before_the_erasure_erases_again_before_it_opens() throws IOException {
        Installation backup = installation.copy(temporary.resolve("backup"));
        installation.node().erase(gone, "admin-1", "asked-by-person");
        // The old epoch's key came back from somebody's backup too: the worst case.
        Files.copy(
                installation.folder().resolve("destructions"), backup.folder().resolve("destructions"));

        assertErasedAndFinished(backup);
    }

    @Test
    void a_database_restored_from_before_the_erasure_is_unreadable_without_the_destroyed_key_and_says_so() {
        Installation backup = installation.copy(temporary.resolve("backup"));
        installation.node().erase(gone, "admin-1", "asked-by-person");
        Installation restored = new Installation(backup.database(), installation.folder());

        assertThatIllegalStateException()
                .isThrownBy(restored::node)
                .withMessageContaining(firstEpoch.toString())
                .withMessageContaining(keys().file(firstEpoch).toString())
                .withMessageContaining("restore a copy made after that");
    }

    @Test
    void a_lost_record_outside_is_written_anew_from_the_database() throws IOException {
        installation.node().erase(gone, "admin-1", "asked-by-person");
        Files.delete(installation.folder().resolve("destructions"));

        installation.node();

        assertThat(keys().destructions().all()).containsExactly(destruction());
    }

    @Test
    void a_damaged_record_outside_stops_the_start_and_names_the_line() throws IOException {
        installation.node().erase(gone, "admin-1", "asked-by-person");
        Path file = installation.folder().resolve("destructions");
        Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);

        assertThatIllegalStateException()
                .isThrownBy(installation::node)
                .withMessageContaining(file.toString())
                .withMessageContaining("line 2");
    }

    @Test
    void a_missing_key_of_the_epoch_in_force_stops_the_start_and_destroys_nothing() throws IOException {
        Path file = keys().file(firstEpoch);
        Path mislaid = Files.move(file, temporary.resolve("mislaid"));

        assertThatIllegalStateException()
                .isThrownBy(installation::node)
                .withMessageContaining(file.toString())
                .withMessageContaining("bring it back from its backup");

        Files.move(mislaid, file);
        assertThat(installation.node().open(staysName, CASE, "name")).isEqualTo(new Opened.Words("李雷"));
    }

    @Test
    void a_damaged_key_stops_the_start_and_names_the_file() throws IOException {
        Path file = keys().file(firstEpoch);
        Files.writeString(file, "{}");

        assertThatIllegalStateException().isThrownBy(installation::node).withMessageContaining(file.toString());
    }

    @Test
    void other_secrets_stop_the_start() throws IOException {
        Files.delete(installation.folder().resolve("secrets.json"));

        assertThatIllegalStateException()
                .isThrownBy(installation::node)
                .withMessageContaining("not the ones this vault was first opened with");
    }

    private void assertErasedAndFinished(Installation restarted) {
        Vault vault = restarted.node();

        assertThat(vault.open(goneName, CASE, "name")).isEqualTo(new Opened.Erased(3));
        assertThat(vault.open(staysName, CASE, "name")).isEqualTo(new Opened.Words("李雷"));
        assertThat(vault.personFor("13800138000")).isNotEqualTo(gone);
        assertThat(restarted.epochsOfRows()).containsExactly(restarted.epochInForce());
        assertThat(restarted.epochInForce()).isNotEqualTo(firstEpoch);
        assertThat(new EpochKeys(restarted.folder()).file(firstEpoch)).doesNotExist();
        assertThat(restarted
                        .sql()
                        .sql("select destroyed_at is not null from epoch where id = ?")
                        .param(firstEpoch)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(new EpochKeys(restarted.folder()).destructions().all()).containsExactly(destruction());
    }

    private Destruction destruction() {
        return new Destruction(gone, Installation.CLOCK.instant(), "admin-1", "asked-by-person");
    }

    private EpochKeys keys() {
        return new EpochKeys(installation.folder());
    }
}
