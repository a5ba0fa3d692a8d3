package com.smartfitness.replication.example.redis.members;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What members do. */
@RestController
@RequestMapping("/members/{memberId}")
class RedisMembersController {

    private final RedisMembers members;

    RedisMembersController(RedisMembers members) {
        this.members = members;
    }

    @PostMapping
    void join(@PathVariable String memberId) {
        require(members.join(memberId));
    }

    @PostMapping("/visits")
    void visit(@PathVariable String memberId) {
        require(members.visit(memberId));
    }

    @DeleteMapping
    void leave(@PathVariable String memberId) {
        require(members.leave(memberId));
    }

    private static void require(boolean made) {
        if (!made) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
    }
}
