package com.smartfitness.replication.example;

/** What becomes of members, published with each change. Methods return whether it was done. */
public interface Membership {

    boolean join(String memberId);

    boolean visit(String memberId);

    boolean leave(String memberId);
}
