package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shaodao.clocks.Calendars.OFFICE;
import static org.shaodao.clocks.Calendars.at;
import static org.shaodao.clocks.Calendars.city;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How many petitions to Chinese city governments were replied to within 7 and 15 working days. Days count as everywhere
 * here: the day of the message does not, the day of the reply does if it is a working day.
 */
class RealRepliesTest {
    @Test
    void of_2018_and_2019_half_were_replied_to_in_seven_working_days_and_four_fifths_in_fifteen() throws IOException {
        WorkingCalendar calendar = city(OFFICE, SharedData.published(2018, 2026));
        List<Elapsed> replies = new ArrayList<>();
        int provisional = 0;
        for (NamedCsvRecord row : SharedData.rows("cn_hotline", "messages_with_replies.csv.gz")) {
            String asked = row.getField("留言时间");
            Elapsed elapsed = Reckoning.elapsed(at(asked), at(row.getField("答复时间")), calendar);
            assertThat(elapsed.provisional()).as(asked).isEqualTo(asked.compareTo("2018") < 0);
            if (elapsed.provisional()) {
                provisional++;
            } else if (asked.compareTo("2020") < 0) {
                replies.add(elapsed);
            }
        }
        assertThat(provisional).isEqualTo(1_079);
        assertThat(replies).hasSize(1_733);
        System.out.printf(
                "Replies to the petitions of 2018 and 2019: %.2f %% within 7 working days, %.2f %% within 15%n",
                percentWithin(7, replies), percentWithin(15, replies));
        assertThat(percentWithin(7, replies)).isCloseTo(49.2, within(0.05));
        assertThat(percentWithin(15, replies)).isCloseTo(78.5, within(0.05));
    }

    private static double percentWithin(int workingDays, List<Elapsed> replies) {
        long within = replies.stream()
                .filter(reply -> reply.workingDays() <= workingDays)
                .count();
        return 100.0 * within / replies.size();
    }
}
