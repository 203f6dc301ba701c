package org.shaodao.casefile;

import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.shaodao.fact.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 上级工单号 are unique per source: the same matter is not opened twice because two channels sent it. */
@Component
class OutsideNumbers {
    private final JdbcClient jdbc;
    private final EventStore events;

    OutsideNumbers(JdbcClient jdbc, EventStore events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Claims a number for a case that is about to be opened.
     *
     * @throws Refused with {@link CaseRefusal.OutsideNumberTaken} when it stands for another case
     */
    void claim(OutsideNumber outside, UUID caseId) {
        UUID holder = jdbc.sql("""
                        insert into es.outside_number (source, number, case_id) values (?, ?, ?)
                        on conflict (source, number) do update set source = excluded.source returning case_id
                        """)
                .params(outside.source(), outside.number(), caseId)
                .query(UUID.class)
                .single();
        if (holder.equals(caseId)) {
            return;
        }
        boolean abandoned = events.lastSequenceNumberFor(holder.toString()).isEmpty()
                && jdbc.sql("""
                                        update es.outside_number set case_id = ?, claimed_at = now()
                                        where source = ? and number = ? and case_id = ?
                                            and claimed_at < now() - interval '1 minute'
                                        """)
                                .params(caseId, outside.source(), outside.number(), holder)
                                .update()
                        == 1;
        if (!abandoned) {
            throw new Refused(new CaseRefusal.OutsideNumberTaken(outside.source(), outside.number()));
        }
    }

    /** Gives a number back that was claimed for a case which was then refused. */
    void release(OutsideNumber outside, UUID caseId) {
        if (events.lastSequenceNumberFor(caseId.toString()).isEmpty()) {
            jdbc.sql("delete from es.outside_number where source = ? and number = ? and case_id = ?")
                    .params(outside.source(), outside.number(), caseId)
                    .update();
        }
    }
}
