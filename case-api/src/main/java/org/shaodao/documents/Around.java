package org.shaodao.documents;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is published already and a new version must agree with.
 *
 * @param calendars ids of the calendars
 * @param calendarsInForce those of them that are in force when the new version begins
 * @param registry everything that the other registries and, of the same id, the newest version hold
 * @param others what the registries of other ids hold: their codes are taken
 * @param newest the content of the newest version of the same document; null = there is none
 */
record Around(
        Set<String> calendars,
        Set<String> calendarsInForce,
        Registry registry,
        Registry others,
        @Nullable JsonNode newest) {}
