package org.shaodao.wiring;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.shaodao.nodes.Nodes;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several nodes on one PostgreSQL. An embedded one belongs to one node, which has nobody to look for. */
@Configuration(proxyBeanMethods = false)
class NodeWiring {
    /** Each start is a node of its own: process ids and host names of containers may be the same. */
    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    Nodes nodes(JdbcClient jdbc, MeterRegistry meters) {
        Nodes nodes = new Nodes(jdbc, UuidCreator.getTimeOrderedEpoch().toString());
        Gauge.builder("shaodao.nodes.live", nodes::live)
                .description("Nodes at work on this database, this one among them")
                .register(meters);
        return nodes;
    }
}
