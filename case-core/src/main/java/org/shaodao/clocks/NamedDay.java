package org.shaodao.clocks;

/**
 * A day that a notice takes out of the week's order.
 *
 * @param name the holiday that it belongs to, for example 春节
 * @param off true = day off 放假, false = make-up working day 调休上班
 */
public record NamedDay(String name, Boolean off) {}
