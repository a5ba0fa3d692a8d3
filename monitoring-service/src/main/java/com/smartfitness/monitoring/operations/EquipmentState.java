package com.smartfitness.monitoring.operations;

/** How equipment is, as far as this service can tell. */
enum EquipmentState {
    /** Heard, and without an open fault. */
    WELL,

    /** At least one of its faults is open. */
    FAULTY,

    /** In service, and has never reported. */
    UNHEARD,

    /** Nobody misses it. */
    OUT_OF_SERVICE
}
