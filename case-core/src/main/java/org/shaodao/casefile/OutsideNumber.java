package org.shaodao.casefile;

/**
 * 上级工单号. The number a matter has in another system.
 *
 * @param source that system, for example a city hotline
 * @param number unique within the source
 */
public record OutsideNumber(String source, String number) {}
