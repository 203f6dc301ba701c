package org.shaodao.clocks;

/**
 * A deadline as a later calendar has it.
 *
 * @param moved whether it is due at another instant than was known; if not, it may still have become final
 */
public record Revision(Due due, Boolean moved) {}
