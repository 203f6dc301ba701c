package org.shaodao.casefile;

import static org.shaodao.casefile.LinkSamples.*;
import static org.shaodao.casefile.Sample.*;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 关联, of either case. */
class LinkToTest extends CaseFixture {
    private static final LinkEvent.Linked LINKED =
            new LinkEvent.Linked(OFFICER, minutes(2000), OTHER, OTHER_NUMBER, Relation.REPEATED_BY);

    private static LinkCommand.LinkTo linkTo(UUID other) {
        return new LinkCommand.LinkTo(CASE, OFFICER, minutes(2000), other, OTHER_NUMBER, Relation.REPEATED_BY);
    }

    @Test
    void a_closed_case_learns_that_it_was_told_of_again() {
        given(answered(verified(), closed())).when(linkTo(OTHER)).expectEvents(LINKED);
    }

    @Test
    void two_cases_are_linked_once_and_none_with_itself() {
        given(raised(), LINKED).when(linkTo(OTHER)).expectExceptionDetails(new CaseRefusal.AlreadyLinked(OTHER_NUMBER));
        given(raised()).when(linkTo(CASE)).expectExceptionDetails(new CaseRefusal.SameCase());
    }
}
