package org.shaodao.casefile;

/** Whom one calls in an emergency: police 110, fire 119, ambulance 120, traffic police 122. */
public enum EmergencyService {
    POLICE,
    FIRE,
    AMBULANCE,
    TRAFFIC_POLICE
}
