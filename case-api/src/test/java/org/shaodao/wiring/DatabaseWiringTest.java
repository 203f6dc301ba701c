package org.shaodao.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;

class DatabaseWiringTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();

    @Test
    void a_request_is_given_up_by_the_server_before_its_client_gives_the_server_up() throws SQLException {
        try (Connection connection = PRODUCT.bean(DataSource.class).getConnection()) {
            assertThat(statementTimeout(connection)).isEqualTo("15s");
            assertThat(connection.getNetworkTimeout()).isEqualTo(20_000);
        }
    }

    @Test
    void a_migration_is_never_given_up() throws SQLException {
        DataSource migration = PRODUCT.bean(Flyway.class).getConfiguration().getDataSource();
        try (Connection connection = migration.getConnection()) {
            assertThat(statementTimeout(connection)).isEqualTo("0");
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }

    private static String statementTimeout(Connection connection) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("show statement_timeout")) {
            row.next();
            return row.getString(1);
        }
    }
}
