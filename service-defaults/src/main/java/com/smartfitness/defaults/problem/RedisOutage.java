package com.smartfitness.defaults.problem;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import org.springframework.util.ClassUtils;

/** Tells a Redis that is away or starting from a command that it refuses. */
final class RedisOutage {

    /** Its client is there only in services whose store it is. */
    static final boolean POSSIBLE = ClassUtils.isPresent("io.lettuce.core.RedisException", null);

    private RedisOutage() {}

    static boolean is(Throwable failure) {
        return failure instanceof RedisLoadingException
                || (failure instanceof RedisException && !(failure instanceof RedisCommandExecutionException));
    }
}
