package com.smartfitness.testing.servers;

import com.smartfitness.stack.RedisFacts;
import com.smartfitness.stack.Server;

/** A Redis server that has written a change to disk before it answers. */
public interface TestRedis extends Server {

    /** A user for a service. Asked for again, it has the same password. */
    RedisFacts ensureUser(String name);
}
