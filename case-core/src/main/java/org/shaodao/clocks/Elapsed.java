package org.shaodao.clocks;

import java.time.Duration;

/**
 * The working time between two instants.
 *
 * @param workingDays working days after the day of the first instant, through the day of the second
 * @param workingTime real time within working hours
 * @param provisional days without a published notice were taken by the week
 */
public record Elapsed(Integer workingDays, Duration workingTime, Boolean provisional) {}
