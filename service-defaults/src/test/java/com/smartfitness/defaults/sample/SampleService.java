package com.smartfitness.defaults.sample;

import com.nimbusds.jose.jwk.JWK;
import com.smartfitness.defaults.problem.ProblemException;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.security.SigningKeyStore;
import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
public class SampleService {

    /** What tokens are verified with; tests put their key in here. */
    public static final List<JWK> KEYS = new CopyOnWriteArrayList<>();

    @Bean
    SigningKeyStore keys() {
        return time -> List.copyOf(KEYS);
    }

    enum Format {
        SMALL,
        LARGE
    }

    record Towel(
            @NotBlank @Size(max = 10) String colour,
            int count,
            @Nullable Format size) {}

    static final class TowelNotFoundException extends ProblemException {

        TowelNotFoundException(String id) {
            super(HttpStatus.NOT_FOUND, "towel-not-found", "There is no towel " + id + ".");
        }
    }

    @RestController
    static class Towels {

        @PostMapping("/towels")
        @PreAuthorize("hasRole('HELPER')")
        Towel add(@Valid @RequestBody Towel towel) {
            return towel;
        }

        @GetMapping("/towels/{id}")
        Towel get(@PathVariable String id) {
            throw new TowelNotFoundException(id);
        }

        @GetMapping("/towels")
        Page<Towel> list(@RequestParam(defaultValue = "20") @Max(100) int limit, @Nullable String cursor) {
            Cursor.newestFirst(cursor);
            return Page.of(List.of(), limit, Towel::colour);
        }

        @GetMapping("/me")
        Caller me(Caller caller) {
            return caller;
        }

        @GetMapping("/open")
        String open() {
            throw new IllegalStateException("secret");
        }
    }
}
