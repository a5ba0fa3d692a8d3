package com.smartfitness.recognition;

/** A photo of which no template is made, and why. */
public final class UnusableFaceException extends RuntimeException {

    private final FaceFlaw flaw;

    UnusableFaceException(FaceFlaw flaw) {
        super(flaw.name());
        this.flaw = flaw;
    }

    /** What is wrong with it. */
    public FaceFlaw flaw() {
        return flaw;
    }
}
