package com.smartfitness.replication.example;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What members do, wherever they are kept. */
@RestController
@RequestMapping("/members/{memberId}")
public final class MembershipController {

    private final Membership members;

    MembershipController(Membership members) {
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
