package com.smartfitness.replication.samples;

import com.smartfitness.auth.samples.Account;

public interface ServesAuthAlone {

    void replicate(Account account);
}
