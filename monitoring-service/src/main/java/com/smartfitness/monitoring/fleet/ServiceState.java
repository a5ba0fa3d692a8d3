package com.smartfitness.monitoring.fleet;

/** How a service is. */
public enum ServiceState {
    /** At least one process says so, and its stores answer it. */
    UP,

    /** Its processes speak, and none of them reaches all of its stores. */
    STORE_AWAY,

    /** No process has spoken lately: it is down, or cannot reach the broker. */
    SILENT,

    /** It publishes events, and no process of it has been heard since this one started. */
    UNHEARD
}
