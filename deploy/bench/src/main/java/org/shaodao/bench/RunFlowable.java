package org.shaodao.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.flowable.cmmn.engine.CmmnEngine;
import org.flowable.cmmn.engine.CmmnEngineConfiguration;
import org.flowable.common.engine.impl.AbstractEngineConfiguration;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.task.api.Task;

/**
 * Contestant {@code flowable}: a case engine with task tables, on the same life of a case. A step is what a client needs
 * for it: to find the task, and to complete it with who did it and what they said.
 */
final class RunFlowable {
    private static final String PLAN = "org/shaodao/bench/life.cmmn";
    private static final String WORDS = "家里只有十四度，有两位八十岁的老人，已经三天了，请尽快上门查看并恢复供热。".repeat(4);
    private static final List<String> STEPS = List.of(
            "whistle",
            "acknowledgeLead",
            "acknowledgeAssisting",
            "accept",
            "replyLead",
            "replyAssisting",
            "verify",
            "followUp",
            "close");

    private final CmmnEngine engine;

    private RunFlowable(HikariDataSource pool) {
        CmmnEngineConfiguration settings = CmmnEngineConfiguration.createStandaloneCmmnEngineConfiguration();
        settings.setDataSource(pool);
        settings.setDatabaseSchemaUpdate(AbstractEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        settings.setHistoryLevel(HistoryLevel.AUDIT);
        engine = settings.buildCmmnEngine();
        engine.getCmmnRepositoryService()
                .createDeployment()
                .addClasspathResource(PLAN)
                .deploy();
    }

    /** @param arguments the {@link Database} */
    public static void main(String[] arguments) throws Exception {
        Database database = Database.of(arguments);
        RunFlowable flowable = new RunFlowable(database.pool());
        Contest.lives(database, flowable::life);
    }

    private List<Life.Step> life() {
        AtomicReference<String> caseId = new AtomicReference<>();
        return Stream.concat(
                        Stream.<Life.Step>of(() -> caseId.set(raise())),
                        STEPS.stream().<Life.Step>map(step -> () -> take(step, caseId.get())))
                .toList();
    }

    private String raise() {
        return engine.getCmmnRuntimeService()
                .createCaseInstanceBuilder()
                .caseDefinitionKey("life")
                .businessKey(Ids.next().toString())
                .variable("category", "heating/cold-home")
                .variable("narrative", WORDS)
                .start()
                .getId();
    }

    private void take(String step, String caseId) {
        Task task = engine.getCmmnTaskService()
                .createTaskQuery()
                .caseInstanceId(caseId)
                .taskDefinitionKey(step)
                .singleResult();
        engine.getCmmnTaskService().complete(task.getId(), Map.of("by_" + step, "officer-17", "said_" + step, WORDS));
    }
}
