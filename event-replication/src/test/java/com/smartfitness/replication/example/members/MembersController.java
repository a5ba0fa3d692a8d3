package com.smartfitness.replication.example.members;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What members do; answers with the version that the change got. */
@RestController
@RequestMapping("/members/{memberId}")
class MembersController {

    private final Members members;

    MembersController(Members members) {
        this.members = members;
    }

    @PostMapping
    String join(@PathVariable String memberId) {
        return members.join(memberId, "Member " + memberId).toString();
    }

    @PostMapping("/visits")
    String visit(@PathVariable String memberId) {
        return members.visit(memberId).toString();
    }

    @DeleteMapping
    String leave(@PathVariable String memberId) {
        return members.leave(memberId).toString();
    }
}
