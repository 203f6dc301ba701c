package org.shaodao.casefile;

import static org.shaodao.casefile.LinkSamples.*;
import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;

/** 拆单, both halves. */
class SplitOffTest extends CaseFixture {
    private static LinkCommand.SplitOff splitOff() {
        return new LinkCommand.SplitOff(CASE, OFFICER, minutes(2000), OTHER, OTHER_NUMBER, words("还说到楼道灯不亮"));
    }

    @Test
    void one_matter_of_several_is_left_to_a_case_of_its_own() {
        given(whistled())
                .when(splitOff())
                .expectEvents(new LinkEvent.SplitOff(
                        OFFICER, minutes(2000), OTHER, OTHER_NUMBER, splitOff().matter()));
    }

    @Test
    void the_new_case_is_raised_like_any_other_and_says_where_it_comes_from() {
        nothing()
                .when(new LinkCommand.RaisePart(CASE, OFFICER, minutes(2000), raise(), OTHER, OTHER_NUMBER, false))
                .expectEvents(raised(), new LinkEvent.SplitFrom(OFFICER, minutes(2000), OTHER, OTHER_NUMBER));
    }

    @Test
    void nothing_is_split_off_a_case_that_ended() {
        given(answered(verified(), closed()))
                .when(splitOff())
                .expectExceptionDetails(new CaseRefusal.WrongPhase("split-off", "closed"));
    }
}
