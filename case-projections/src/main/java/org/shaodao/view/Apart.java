package org.shaodao.view;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the cases of a batch that does not pass one by one, each behind a savepoint, and sets aside those of which a view
 * cannot be told: one bad event stops its own case and no other.
 */
final class Apart {
    private final Teller teller;
    private final SetAside setAside;
    private final TransactionTemplate savepoint;

    Apart(Teller teller, SetAside setAside, PlatformTransactionManager transactions) {
        this.teller = teller;
        this.setAside = setAside;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Tells what can be told.
     *
     * @return up to which version each of those cases is told now
     * @throws RuntimeException where the database is the trouble, or no case of several passes: then it is not the cases
     *     that are wrong, and nothing is set aside
     */
    SortedMap<UUID, Long> tell(int segment, List<Recorded> events, Map<UUID, Long> before) {
        SortedMap<UUID, List<Recorded>> cases = Teller.byCase(events);
        SortedMap<UUID, Long> told = new TreeMap<>();
        SortedMap<UUID, Throwable> wrong = new TreeMap<>();
        cases.forEach((caseId, ofCase) -> {
            try {
                savepoint.executeWithoutResult(tx -> told.putAll(teller.tell(segment, ofCase, before)));
            } catch (TransientDataAccessException
                    | RecoverableDataAccessException
                    | NonTransientDataAccessResourceException e) {
                throw e;
            } catch (RuntimeException | Error e) {
                wrong.put(caseId, e);
            }
        });
        if (told.isEmpty() && wrong.size() > 1) {
            throw new IllegalStateException(
                    "No case of %d passes".formatted(wrong.size()), wrong.get(wrong.firstKey()));
        }
        cases.forEach((caseId, ofCase) -> {
            Throwable error = wrong.get(caseId);
            if (error != null) {
                setAside.add(teller.generation(), caseId, ofCase.getFirst().version(), Teller.said(error));
            }
        });
        return told;
    }
}
