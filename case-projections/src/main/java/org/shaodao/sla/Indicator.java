package org.shaodao.sla;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 指标. Each indicator by its number, what it counts, and which results are its numerator; every other result of the count
 * is in the denominator alone.
 */
public enum Indicator {
    /** 来件量. Demands raised. */
    DEMANDS("0", Shape.STOCK, Count.RAISED),
    /** 按时签收率. */
    ACKNOWLEDGED_ON_TIME("1", Shape.RATE, Count.ACKNOWLEDGED, Result.IN_TIME),
    /** 首联及时率. */
    FIRST_CONTACT_ON_TIME("2", Shape.RATE, Count.CONTACTED, Result.IN_TIME),
    /** 按时报到率. */
    REPORTED_ON_TIME("3", Shape.RATE, Count.ARRIVED, Result.IN_TIME),
    /** 齐哨率. */
    WHISTLE_FULLY_ANSWERED("3b", Shape.RATE, Count.ANSWERED_WHISTLE, Result.IN_TIME),
    /** 按时办结率. */
    HANDLED_ON_TIME("4", Shape.RATE, Count.HANDLED, Result.IN_TIME),
    /** 按原时限办结率. */
    HANDLED_BY_ORIGINAL_DUE("4b", Shape.RATE, Count.HANDLED_ORIGINALLY, Result.IN_TIME),
    /** 全程时长. */
    CASE_DURATION("5", Shape.DURATION, Count.DURATION),
    /** 全程时长(扣除挂账). */
    CASE_DURATION_NET("5b", Shape.DURATION, Count.NET_DURATION),
    /** 超期存量. Running clocks that fell due in the period. */
    OVERDUE_STOCK("6", Shape.STOCK, Count.RUNNING),
    /** 延期率. */
    EXTENSION_RATE("7a", Shape.RATE, Count.EXTENDED, Result.YES),
    /** 挂账率. */
    PARKING_RATE("7b", Shape.RATE, Count.PARKED, Result.YES),
    /** 剔除率. */
    EXCLUSION_RATE("7c", Shape.RATE, Count.EXCLUDED, Result.YES),
    /** 响应率. */
    RESPONSE_RATE("8", Shape.RATE, Count.RESPONSE, Result.YES),
    /** 解决率. What was solved in part counts as the policy pack says. */
    RESOLUTION_RATE("9", Shape.RATE, Count.RESOLUTION, Result.YES),
    /** 满意率. */
    SATISFACTION_RATE("10", Shape.RATE, Count.SATISFACTION, Result.YES, Result.BASICALLY),
    /** 满意率(仅满意). */
    SATISFACTION_RATE_STRICT("10b", Shape.RATE, Count.SATISFACTION, Result.YES),
    /** 有效回访率. */
    FOLLOW_UP_COVERAGE("11", Shape.RATE, Count.FOLLOWED_UP, Result.ANSWERED),
    /** 退单率. */
    HAND_BACK_RATE("12", Shape.RATE, Count.SENT, Result.HANDED_BACK, Result.UPHELD),
    /** 错派率. */
    WRONG_DISPATCH_RATE("12b", Shape.RATE, Count.SENT, Result.UPHELD),
    /** 退单成立率. */
    UPHELD_SHARE("13", Shape.RATE, Count.DISPUTED, Result.UPHELD),
    /** 裁定时长. */
    TIME_TO_RULING("14", Shape.DURATION, Count.RULING_TIME),
    /** 裁定时长(工作时间). */
    TIME_TO_RULING_WORKING("14b", Shape.DURATION, Count.RULING_WORKING_TIME),
    /** 流转次数. */
    HOPS("15", Shape.MEAN, Count.HOPS),
    /** 视为接受率. */
    SILENT_ACCEPTANCE("16", Shape.RATE, Count.SILENCE, Result.YES),
    /** 签而不办率. */
    IDLE_RATE("17", Shape.RATE, Count.IDLE, Result.YES),
    /** 重办率. */
    REWORK_RATE("18", Shape.RATE, Count.REWORKED, Result.YES),
    /** 重开率. */
    REOPENING_RATE("18b", Shape.RATE, Count.REOPENED, Result.YES),
    /** 复发率. */
    RECURRENCE_RATE("19", Shape.RATE, Count.RECURRED, Result.YES),
    /** 认定不一致率. */
    VERDICT_GAP("20", Shape.RATE, Count.VERDICT, Result.NO),
    /** 吹哨率. */
    WHISTLE_RATE("22", Shape.RATE, Count.WHISTLED, Result.YES);

    /** How an indicator is read. */
    public enum Shape {
        /** A share of a denominator, with an interval. */
        RATE,
        /** A number. */
        STOCK,
        /** Median and ninth decile, in minutes. */
        DURATION,
        /** A mean, and the share of three and more. */
        MEAN
    }

    /** From exclusions only these are freed (product rule 7e). */
    private static final Set<Count> APPRAISED =
            Set.of(Count.HANDLED, Count.RESPONSE, Count.RESOLUTION, Count.SATISFACTION);

    private final String number;
    private final Shape shape;
    private final Count count;
    private final List<Result> numerator;

    Indicator(String number, Shape shape, Count count, Result... numerator) {
        this.number = number;
        this.shape = shape;
        this.count = count;
        this.numerator = List.of(numerator);
    }

    /** Its number in the list of indicators, for example {@code 3b}. */
    public String number() {
        return number;
    }

    public Shape shape() {
        return shape;
    }

    public Count count() {
        return count;
    }

    /** The results that its numerator counts. */
    public List<Result> numerator() {
        return numerator;
    }

    /** Whether a case left out of appraisal 剔除 is left out of it. */
    public boolean appraised() {
        return APPRAISED.contains(count);
    }

    public static Indicator of(String number) {
        return Stream.of(values())
                .filter(indicator -> indicator.number.equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(number));
    }
}
