package com.smartfitness.events;

/** How somebody asked a gate to open. */
public enum AccessMethod {
    FACE,
    QR,

    /** An operator opened it from afar. */
    OPERATOR
}
