package com.smartfitness.stack;

import java.io.IOException;

/** An administrator of a Redis server, who may do little more than load its users. */
public final class RedisAdmin {

    private final RedisFacts administrator;

    public RedisAdmin(RedisFacts administrator) {
        this.administrator = administrator;
    }

    /** Whether the server answers. */
    public boolean isServed() {
        try {
            RedisCommands.run(administrator, "PING");
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Has the server read its list of users again. */
    public void loadUsers() {
        try {
            RedisCommands.run(administrator, "ACL LOAD");
        } catch (IOException e) {
            throw new StackException("Redis does not take its users: " + e.getMessage(), e);
        }
    }
}
