package com.smartfitness.auth;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who wants to sign up; everything about them is unlike anybody else's. */
public record Person(String email, String password, String name, String phone, String alias) {

    public static Person any() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        return new Person(
                "minji.%s@example.com".formatted(mark),
                "correct horse " + mark,
                "김민지 " + mark,
                "+82 10-%08d".formatted(Math.floorMod(mark.hashCode(), 100_000_000)),
                "Min-" + mark);
    }

    public ObjectNode owner() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("email", email)
                .put("password", password)
                .put("name", name)
                .put("phone", phone)
                .put("alias", alias);
    }

    public ObjectNode helperOf(String branchId) {
        return owner().put("branchId", branchId);
    }
}
