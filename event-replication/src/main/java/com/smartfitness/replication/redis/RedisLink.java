package com.smartfitness.replication.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.protocol.RedisCommand;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * The way to the service's own Redis: scripts and commands over the connection that the whole application shares, with
 * {@link StoreUnavailableException} where Redis cannot be reached or cannot take writes now.
 */
public final class RedisLink {

    private static final Version NOTHING_SEEN = new Version(0, 0);

    private final RedisConnectionFactory connections;
    private final AtomicReference<Version> seen = new AtomicReference<>(NOTHING_SEEN);

    public RedisLink(RedisConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * What replication asks of a connection: a command is sent once or not at all, since one that was under way when the
     * connection broke may have been carried out, and none waits for Redis to come back.
     */
    public static void demand(ClientOptions.Builder options) {
        options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).replayFilter(RedisLink::giveUp);
    }

    /** Lettuce forgets what it does not send again, and would leave who waits for the answer to the command's timeout. */
    private static boolean giveUp(RedisCommand<?, ?, ?> command) {
        command.completeExceptionally(new RedisException("The connection broke before the answer came"));
        return true;
    }

    /** How far this process has seen the source come, by changes that Redis has acknowledged. */
    Version seen() {
        return seen.get();
    }

    void saw(long epoch, long position) {
        seen.accumulateAndGet(new Version(epoch, position), (known, next) -> next.compareTo(known) > 0 ? next : known);
    }

    /** Runs a script and waits for what it returns. */
    List<Object> run(LuaScript script, Collection<String> keys, Collection<byte[]> arguments) {
        return await(start(script, keys, arguments));
    }

    /** Runs a script; its text is sent when Redis does not know it. */
    CompletableFuture<List<Object>> start(LuaScript script, Collection<String> keys, Collection<byte[]> arguments) {
        byte[][] keyBytes = keys.stream().map(RedisLink::bytes).toArray(byte[][]::new);
        byte[][] argumentBytes = arguments.toArray(byte[][]::new);
        return send(redis -> redis.<List<Object>>evalsha(script.sha1(), ScriptOutputType.MULTI, keyBytes, argumentBytes)
                .exceptionallyCompose(failure -> RedisFailures.unwrapped(failure) instanceof RedisNoScriptException
                        ? redis.eval(script.text(), ScriptOutputType.MULTI, keyBytes, argumentBytes)
                        : CompletableFuture.failedFuture(failure)));
    }

    /** Sends a command and waits for the answer. */
    <T> T call(Function<RedisClusterAsyncCommands<byte[], byte[]>, CompletionStage<T>> command) {
        return await(send(command));
    }

    private <T> CompletableFuture<T> send(
            Function<RedisClusterAsyncCommands<byte[], byte[]>, CompletionStage<T>> command) {
        try (RedisConnection connection = connections.getConnection()) {
            @SuppressWarnings("unchecked") // what Spring Data's Lettuce connections are made of
            var redis = (RedisClusterAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
            return command.apply(redis)
                    .toCompletableFuture()
                    .exceptionallyCompose(failure -> CompletableFuture.failedFuture(RedisFailures.translated(failure)));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(RedisFailures.translated(e));
        }
    }

    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] bytes(long number) {
        return bytes(Long.toString(number));
    }

    static String text(Object reply) {
        return reply instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(reply);
    }
}
