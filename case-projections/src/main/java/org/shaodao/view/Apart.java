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
    private final SetAside setAside;
    private final TransactionTemplate savepoint;

    Apart(SetAside setAside, PlatformTransactionManager transactions) {
        this.setAside = setAside;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Tells what can be told.
     *
     * @param teller of one generation
     * @return up to which version each of those cases is told now
     * @throws NotTold if no case of several passes, or too many are set aside: then it is not the cases that are wrong
     * @throws RuntimeException where the database is the trouble
     */
    SortedMap<UUID, Long> tell(Teller teller, int segment, List<Recorded> events) {
        Generation generation = teller.generations().getFirst();
        SortedMap<UUID, List<Recorded>> cases = Teller.byCase(events);
        SortedMap<UUID, Long> told = new TreeMap<>();
        SortedMap<UUID, Throwable> wrong = new TreeMap<>();
        cases.forEach((caseId, ofCase) -> {
            try {
                savepoint.executeWithoutResult(tx -> told.putAll(teller.tell(segment, Map.of(generation, ofCase))));
            } catch (RuntimeException | Error e) {
                Throwable error = NotTold.reason(e);
                if (isOfTheDatabase(error)) {
                    throw e;
                }
                wrong.put(caseId, error);
            }
        });
        if (told.isEmpty() && wrong.size() > 1) {
            throw new NotTold(
                    generation,
                    true,
                    new IllegalStateException(
                            "No case of %d passes".formatted(wrong.size()), wrong.get(wrong.firstKey())));
        }
        cases.forEach((caseId, ofCase) -> {
            Throwable error = wrong.get(caseId);
            if (error != null
                    && !setAside.add(generation, caseId, ofCase.getFirst().version(), Teller.said(error))) {
                throw new NotTold(
                        generation,
                        true,
                        new IllegalStateException("%d cases are set aside already".formatted(SetAside.MOST), error));
            }
        });
        return told;
    }

    private static boolean isOfTheDatabase(Throwable error) {
        return error instanceof TransientDataAccessException
                || error instanceof RecoverableDataAccessException
                || error instanceof NonTransientDataAccessResourceException;
    }
}
