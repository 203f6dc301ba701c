package org.shaodao;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who may: what everybody hears at every address of the API. {@link WhoMayTest} asks, and this is what it expects; the
 * document {@code case-api/docs/who-may.md} is made from it.
 */
final class WhoMayTable {
    static final String RESIDENT = "resident";

    private static final List<String> CALLERS = List.of(
            "nobody",
            "revoked",
            "one-time",
            "street",
            "other-street",
            "lead",
            "assisting",
            "other-unit",
            "district",
            "auditor",
            "grid-worker",
            "community",
            "administrator",
            "outside",
            RESIDENT);

    /**
     * By caller, in their order; the case asked of is run by the street, lead and assisting unit were called, and the
     * resident comes with its code, which opens no more than the steps of that case.
     */
    private static final String TABLE = """
            401 401 403 200 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/me
            401 401 403 200 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/directory
            401 401 403 200 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/documents
            401 401 403 200 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/documents/{kind}/schema
            401 401 403 200 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/documents/{kind}/{id}/versions
            401 401 403 200 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/documents/{kind}/{id}/versions/{version}
            401 401 403 200 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/documents/{kind}/{id}/difference
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  POST /api/v1/documents/{kind}/{id}/validation
            401 401 403 403 403 403 403 403 403 403 403 403 201 403 401  PUT /api/v1/documents/{kind}/{id}/versions/{version}
            401 401 403 200 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/clocks/preview
            401 401 403 200 200 403 403 403 200 403 403 403 403 403 401  GET /api/v1/suggestions
            401 401 403 200 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/openapi
            401 401 403 200 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/openapi.yaml
            401 401 204 403 403 403 403 403 403 403 403 403 403 403 401  PUT /api/v1/me/password
            401 401 403 201 403 403 403 403 201 403 201 201 403 403 401  POST /api/v1/cases
            401 401 403 200 200 403 403 403 200 200 403 403 403 403 401  GET /api/v1/cases
            401 401 403 200 404 200 200 404 200 200 404 404 404 404 401  GET /api/v1/cases/{caseId}
            401 401 403 200 404 200 200 404 200 200 404 404 404 404 401  GET /api/v1/cases/{caseId}/history
            401 401 403 200 404 200 200 404 200 200 404 404 404 404 401  GET /api/v1/cases/{caseId}/history/export
            401 401 403 200 404 404 404 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/not-acceptance
            401 401 403 200 404 404 404 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/correction
            401 401 403 200 404 404 404 404 200 403 404 404 404 404 200  POST /api/v1/cases/{caseId}/withdrawal
            401 401 403 200 404 404 404 404 200 403 404 404 404 404 200  POST /api/v1/cases/{caseId}/supplements
            401 401 403 200 404 404 404 404 200 403 404 404 404 404 200  POST /api/v1/cases/{caseId}/chases
            401 401 403 200 404 404 404 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/answer
            401 401 403 200 404 404 404 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/emergency
            401 401 403 200 404 404 404 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/deliberations
            401 401 403 200 404 404 404 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/decisions
            401 401 403 200 404 404 404 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/skipped-stages
            401 401 403 200 404 404 404 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/recusal
            401 401 403 403 404 404 404 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/transfer
            401 401 403 200 404 404 404 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/questions
            401 401 403 404 404 404 404 200 404 404 404 404 404 404 404  POST /api/v1/cases/{caseId}/answers
            401 401 403 200 404 403 404 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/returns
            401 401 403 200 404 404 404 200 200 200 404 404 404 404 401  GET /api/v1/cases/{caseId}/questions
            401 401 403 200 404 404 404 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/whistles
            401 401 403 200 404 404 404 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/whistles/{whistle}/units
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/whistles/{whistle}/withdrawal
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/lead
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/release
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/unit-requests
            401 401 403 403 404 404 404 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/street-call
            401 401 403 200 404 404 404 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/own-work
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/acknowledgement
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/acceptance
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/assignments
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/contacts
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/arrivals
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/departures
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/questions
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 200  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/answers
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 200  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/late-entry-confirmations
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/replies
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/hand-back
            401 401 403 200 404 403 403 403 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/hand-back/agreement
            401 401 403 200 404 403 403 403 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/hand-back/refusal
            401 401 403 403 404 403 403 200 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/hand-back/views
            401 401 403 403 404 403 403 403 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/hand-back/ruling
            401 401 403 403 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/designation
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/rework
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/verification
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 200  POST /api/v1/cases/{caseId}/follow-ups
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/spot-check-requests
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/spot-checks
            401 401 403 403 404 403 403 404 403 403 404 404 404 404 200  POST /api/v1/cases/{caseId}/objections
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/objection-answer
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/redo-decision
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/unit-rating
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/whistle-rating
            401 401 403 200 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/commitments
            401 401 403 200 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/commitments/{commitment}/keeping
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/commitments/{commitment}/breach
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/commitments/{commitment}/declined-reopening
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/exclusion
            401 401 403 403 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/exclusion/decision
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/exclusion/withdrawal
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/unreasonable-finding
            401 401 403 403 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/unreasonable-finding/decision
            401 401 403 403 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/unreasonable-finding/review
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/closure
            401 401 403 200 404 404 404 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/merge-consents
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/merge
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 409  POST /api/v1/cases/{caseId}/merge-undoing
            401 401 403 201 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/splits
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/links
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/joins
            401 401 403 200 404 404 404 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/duplicate-note
            401 401 403 200 404 404 404 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/outside-transfer
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 200  POST /api/v1/cases/{caseId}/reopening
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/extension-requests
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/extension
            401 401 403 200 404 403 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/parking-proposals
            401 401 403 403 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/parking
            401 401 403 403 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/parking-reviews
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/resumption
            401 401 403 200 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/reminders
            401 401 403 403 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/supervision-orders
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/supervision-reports
            401 401 403 403 404 403 403 404 200 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/level
            401 401 403 403 403 403 403 403 403 403 403 403 204 403 403  POST /api/v1/cases/{caseId}/erasure
            401 401 403 201 201 201 201 201 201 403 201 201 403 201 401  POST /api/v1/attachments
            401 401 403 201 201 201 201 201 201 403 201 201 403 201 201  POST /api/v1/cases/{caseId}/attachments
            401 401 403 200 404 200 200 404 200 200 404 404 404 404 401  GET /api/v1/cases/{caseId}/attachments/{attachmentId}
            401 401 403 403 403 200 200 200 200 200 403 403 403 403 401  GET /api/v1/inbox
            401 401 403 200 200 403 403 403 200 200 403 403 403 403 401  GET /api/v1/console
            401 401 403 200 200 403 403 403 200 200 403 403 403 403 401  GET /api/v1/console/morning-sheet
            401 401 403 200 200 200 200 200 200 200 403 403 403 403 401  GET /api/v1/board
            401 401 403 200 200 200 200 200 200 200 403 403 403 403 401  GET /api/v1/disputes
            401 401 403 200 200 200 200 200 200 200 403 403 403 403 401  GET /api/v1/precedents
            401 401 403 200 200 200 200 200 200 200 403 403 403 403 401  GET /api/v1/precedents/{caseId}/{dispatch}/catalogue-entry
            401 401 403 200 200 200 200 200 200 200 403 403 403 403 401  GET /api/v1/sla
            401 401 403 200 200 200 200 200 200 200 403 403 403 403 401  GET /api/v1/sla/{indicator}/cases
            401 401 403 200 200 200 200 200 200 200 403 403 403 403 401  GET /api/v1/sla/overdue
            401 401 403 200 200 200 200 200 200 200 403 403 403 403 401  GET /api/v1/sla/arrivals
            401 401 403 200 200 200 200 200 200 200 403 403 403 403 401  GET /api/v1/sla/disputes
            401 401 403 403 403 403 403 403 200 200 403 403 403 403 401  GET /api/v1/sla/{indicator}/units
            401 401 403 403 403 403 403 403 200 200 403 403 403 403 401  GET /api/v1/sla/signals
            401 401 403 200 200 200 200 200 200 200 403 403 403 403 401  GET /api/v1/sla/periods
            401 401 403 403 403 403 403 403 200 403 403 403 403 403 401  PUT /api/v1/sla/periods/{month}
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  GET /api/v1/keys
            401 401 403 403 403 403 403 403 403 403 403 403 201 403 401  POST /api/v1/keys
            401 401 403 403 403 403 403 403 403 403 403 403 204 403 401  DELETE /api/v1/keys/{id}
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  POST /api/v1/keys/{id}/rotation
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/contact-card
            401 401 403 200 404 403 403 404 200 200 404 404 404 404 403  POST /api/v1/cases/{caseId}/identity-reveals
            401 401 403 403 404 200 403 404 403 403 404 404 404 404 401  GET /api/v1/cases/{caseId}/contact-card
            401 401 403 403 403 403 403 403 200 200 403 403 403 403 200  GET /api/v1/cases/{caseId}/who-looked
            401 401 403 403 403 403 403 403 403 200 403 403 403 403 401  GET /api/v1/readings
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  GET /api/v1/users
            401 401 403 403 403 403 403 403 403 403 403 403 201 403 401  POST /api/v1/users
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  GET /api/v1/users/{user}
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  PUT /api/v1/users/{user}
            401 401 403 403 403 403 403 403 403 403 403 403 204 403 401  DELETE /api/v1/users/{user}
            401 401 403 403 403 403 403 403 403 403 403 403 201 403 401  POST /api/v1/users/{user}/roles
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  PUT /api/v1/users/{user}/roles/{role}
            401 401 403 403 403 403 403 403 403 403 403 403 204 403 401  DELETE /api/v1/users/{user}/roles/{role}
            401 401 403 403 403 403 403 403 403 403 403 403 201 403 401  POST /api/v1/users/{user}/roles/{role}/deputies
            401 401 403 403 403 403 403 403 403 403 403 403 204 403 401  DELETE /api/v1/users/{user}/roles/{role}/deputies/{deputy}
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  POST /api/v1/users/{user}/one-time-password
            401 401 403 403 403 403 403 403 403 403 403 403 204 403 401  POST /api/v1/users/{user}/unlocking
            401 401 403 403 403 403 403 403 403 200 403 403 200 403 401  GET /api/v1/administration/audit
            401 401 403 403 403 403 403 403 403 200 403 403 200 403 401  GET /api/v1/administration/audit/export
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  GET /api/v1/views
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  GET /api/v1/views/set-aside
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  POST /api/v1/views/{name}/set-aside/{caseId}/retry
            401 401 403 403 403 403 403 403 403 403 403 403 202 403 401  POST /api/v1/views/{name}/rebuild
            401 401 403 403 403 403 403 403 403 403 403 403 204 403 401  DELETE /api/v1/views/{name}/rebuild
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  GET /api/v1/imports
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  GET /api/v1/imports/{name}
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  PUT /api/v1/imports/{name}
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  GET /api/v1/imports/{name}/rejects
            401 401 403 403 403 403 403 403 403 403 403 403 200 403 401  GET /api/v1/imports/{name}/rejects.csv
            401 401 403 403 403 403 403 403 403 403 403 403 403 200 401  GET /api/v1/returns
            401 401 403 403 403 403 403 403 403 403 403 403 403 200 401  GET /api/v1/returns/{caseId}
            401 401 403 403 403 403 403 403 403 403 403 403 403 200 401  POST /api/v1/returns/{caseId}/receipt
            """;

    private WhoMayTable() {}

    /** What each caller hears, by address. */
    static Map<String, Map<String, Integer>> expected() {
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        TABLE.lines().forEach(line -> {
            int address = line.indexOf("  ");
            String[] statuses = line.substring(0, address).split(" ");
            Map<String, Integer> row = new LinkedHashMap<>();
            for (int i = 0; i < CALLERS.size(); i++) {
                row.put(CALLERS.get(i), Integer.valueOf(statuses[i]));
            }
            table.put(line.substring(address + 2), row);
        });
        return table;
    }
}
