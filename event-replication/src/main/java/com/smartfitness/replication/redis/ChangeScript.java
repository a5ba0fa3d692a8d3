package com.smartfitness.replication.redis;

import java.time.Duration;
import java.util.List;

/**
 * Lua that changes a service's data; made once, used for many changes. It finds its keys in {@code KEYS} and its
 * arguments in {@code ARGV}, as every script of Redis does, and may end with
 *
 * <ul>
 *   <li>{@code return refuse('REASON')}: nothing is published. Redis does not roll back, so a script checks first and
 *       writes then.
 *   <li>{@code return answer}: a string or a whole number for the caller. Events are published.
 *   <li>nothing: events are published.
 * </ul>
 *
 * <p>A script that fails ({@code error(...)}, a command on a key of another kind) publishes nothing, but keeps what it
 * has written until then.
 */
public final class ChangeScript {

    private static final ChangeScript NOTHING = of("");

    private final LuaScript script;

    private ChangeScript(LuaScript script) {
        this.script = script;
    }

    /** Makes a script of Lua 5.1 as <a href="https://redis.io/docs/latest/develop/programmability/">Redis runs it</a>. */
    public static ChangeScript of(String lua) {
        return new ChangeScript(
                LuaScript.writing("""
                local refusal
                local function refuse(reason)
                  refusal = tostring(reason)
                end

                local function change(KEYS, ARGV)
                %s
                end
                """.formatted(lua), LuaScript.part("source"), LuaScript.part("change")));
    }

    /** A script that changes nothing, for events that are all there is to say. */
    public static ChangeScript nothing() {
        return NOTHING;
    }

    /**
     * A change by this script.
     *
     * @param keys what the script finds in {@code KEYS}, each made by {@link RedisChanges#key}
     */
    public RedisChange on(String... keys) {
        return new RedisChange(this, List.of(keys), List.of(), List.of(), Duration.ZERO);
    }

    LuaScript script() {
        return script;
    }
}
