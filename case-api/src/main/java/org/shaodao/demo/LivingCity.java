package org.shaodao.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.fact.Refused;
import org.shaodao.problem.Problem;
import org.shaodao.wiring.CityTime;
import org.shaodao.wiring.DemoPast;
import org.shaodao.wiring.ShaodaoSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Lives the plan of the demonstration: first the weeks behind, as fast as they can be recorded, each thing at its own
 * time; then on and on as time passes. What people at the desks did differently meanwhile is theirs: a step that no
 * longer fits is left out.
 */
@Component
@ConditionalOnBooleanProperty("shaodao.demo")
class LivingCity implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LivingCity.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final CaseDesk desk;
    private final CityTime time;
    private final ShaodaoSettings settings;
    private final ScheduledExecutorService city = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demonstration-", 0).factory());

    LivingCity(CaseDesk desk, CityTime time, ShaodaoSettings settings) {
        this.desk = desk;
        this.time = time;
        this.settings = settings;
    }

    /**
     * Begins, or goes on where it was.
     *
     * @param today what is to be found on the first day that is not past
     * @param say tells how far the weeks behind are
     */
    void live(Runnable today, Consumer<String> say) {
        if (settings.demoWeeks() == 0) {
            time.flow();
            if (DemoPast.in(settings.secrets()).isEmpty()) {
                new DemoPast(time.world(), null).keepIn(settings.secrets());
            }
            today.run();
            return;
        }
        Instant begin = time.world().minus(Duration.ofDays(7L * settings.demoWeeks()));
        DemoPast past = DemoPast.in(settings.secrets()).orElseGet(() -> new DemoPast(begin, begin));
        Plan plan = new Plan(desk, past.begin(), settings.zone());
        city.execute(() -> {
            forget(plan, past.lived() == null ? time.world() : past.lived());
            if (!filled(plan, past, say)) {
                return;
            }
            new DemoPast(past.begin(), null).keepIn(settings.secrets());
            time.flow();
            today.run();
            say.accept("  the city lives 演示城市开始运转");
            var _ = city.scheduleWithFixedDelay(
                    () -> liveUntil(plan, time.world()), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    @Override
    public void destroy() {
        city.shutdownNow();
    }

    /** What lies behind was lived before the restart, or nobody will ever do it. */
    private static void forget(Plan plan, Instant lived) {
        while (!plan.nextAt().isAfter(lived)) {
            plan.next();
        }
    }

    /** Lives what lies behind, unless the product stops meanwhile. */
    private boolean filled(Plan plan, DemoPast past, Consumer<String> say) {
        int told = 0;
        while (plan.nextAt().isBefore(time.world())) {
            Move move = plan.next();
            time.moveTo(move.at());
            take(move);
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            new DemoPast(past.begin(), move.at()).keepIn(settings.secrets());
            int percent = (int) (100
                    * Duration.between(past.begin(), move.at()).toSeconds()
                    / Duration.between(past.begin(), time.world()).toSeconds());
            if (percent >= told + 20) {
                told = percent;
                say.accept("  %d weeks of history 历史数据 %d %%".formatted(settings.demoWeeks(), percent));
            }
        }
        return true;
    }

    private void liveUntil(Plan plan, Instant now) {
        while (plan.nextAt().isBefore(now)) {
            take(plan.next());
        }
    }

    private static void take(Move move) {
        try {
            move.step().run();
        } catch (Refused | Problem e) {
            LOG.debug("The demonstration leaves a step out: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("The demonstration could not take a step", e);
        }
    }
}
