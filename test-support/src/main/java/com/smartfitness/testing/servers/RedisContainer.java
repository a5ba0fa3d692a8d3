package com.smartfitness.testing.servers;

import com.smartfitness.stack.Ports;
import com.smartfitness.stack.RedisAdmin;
import com.smartfitness.stack.RedisFacts;
import com.smartfitness.stack.RedisUsers;
import com.smartfitness.stack.Secrets;
import java.util.HashMap;
import java.util.Map;
import org.testcontainers.images.builder.Transferable;

final class RedisContainer extends ServerContainer implements TestRedis {

    private static final String USERS = "/data/users.acl";

    private final int port;
    private final Map<String, String> passwords = new HashMap<>();
    private final RedisAdmin admin;

    RedisContainer() {
        this(Ports.free());
    }

    private RedisContainer(int port) {
        super("redis:8", "/data", Map.of(6379, port));
        this.port = port;
        admin = new RedisAdmin(facts(RedisUsers.ADMINISTRATOR));
        container()
                .withCopyToContainer(Transferable.of(RedisUsers.file(passwords)), USERS)
                .withCommand(
                        "redis-server",
                        "--aclfile",
                        USERS,
                        "--appendonly",
                        "yes",
                        "--appendfsync",
                        "always",
                        "--save",
                        "",
                        "--rdbcompression",
                        "no");
    }

    @Override
    public RedisFacts ensureUser(String name) {
        RedisFacts user = facts(RedisUsers.serviceNamed(name));
        write(USERS, RedisUsers.file(passwords));
        admin.loadUsers();
        return user;
    }

    @Override
    boolean isReady() {
        return admin.isServed();
    }

    private RedisFacts facts(String user) {
        return new RedisFacts(LOOPBACK, port, user, passwords.computeIfAbsent(user, _ -> Secrets.generate()));
    }
}
