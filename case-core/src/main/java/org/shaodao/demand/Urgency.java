package org.shaodao.demand;

/** How much a matter presses 紧急程度: danger to life or property 突发紧急, urgent 紧急, normal 一般. */
public enum Urgency {
    EMERGENCY,
    URGENT,
    NORMAL
}
