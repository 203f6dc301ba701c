package org.shaodao.view;

/** A generation and the view that fills it. */
record Filling(Generation generation, View view) {}
