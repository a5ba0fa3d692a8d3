package com.smartfitness.fleettests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.testing.stores.Eventually;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Nothing personal is on any disk of the fleet in the clear: not in tables, indexes and write-ahead logs of its databases,
 * not in Redis' and Elasticsearch's files, not in the broker's queues, not in any log.
 */
class PersonalDataIT {

    private static final int PEOPLE = 100;

    /** What e-mails, names, telephone numbers, passwords and cards of all these people have in them. */
    private static final List<String> PERSONAL =
            List.of("geheim.", "숨은이름", "+82 10-7007-", "parole dk", "4242424242424242");

    private final FleetPlan plan = RunningFleet.fleet().plan();

    private final GatewayClient auth = RunningFleet.authService();

    @Test
    void isNowhereInTheClear() throws Exception {
        Scene scene = Scene.create();
        String helper = "";
        for (int number = 0; number < PEOPLE; number++) {
            String id = signUp(number, scene.branchId());
            helper = number % 3 == 1 ? id : helper;
        }
        // What others may know of somebody is found, so what is not found is not there.
        for (String store : List.of("auth-db", "helper-db", "branchowner-db", "mlops-db", "redis", "rabbitmq")) {
            String known = helper;
            Path files = plan.home().store(store);
            Eventually.holds(
                    store + " has heard of the helper",
                    () -> !filesWith(files, List.of(known)).isEmpty());
        }

        assertThat(filesWith(plan.home().folder(), PERSONAL)).isEmpty();
    }

    /** An owner, a helper or a customer, who then signs in, once wrongly, and reads the profile; the user's id. */
    private String signUp(int number, String branchId) {
        Account account = new Account(
                "geheim.%d.%s@example.com".formatted(number, UUID.randomUUID()), "parole dk " + UUID.randomUUID());
        Map<String, Object> person = new HashMap<>(Map.of(
                "email", account.email(),
                "password", account.password(),
                "name", "숨은이름" + number,
                "phone", "+82 10-7007-%04d".formatted(number),
                "alias", "별칭" + number));
        String path = switch (number % 3) {
            case 0 -> "/api/v1/owners";
            case 1 -> {
                person.put("branchId", branchId);
                yield "/api/v1/helpers";
            }
            default -> {
                person.put("card", Map.of("number", "4242424242424242", "expiry", "2099-12", "cvv", "123"));
                yield "/api/v1/customers";
            }
        };
        Answer created = GatewayClient.untilArrived(() -> auth.post(path, person, null));
        if (number % 10 == 0) {
            Map<String, String> wrong = Map.of("email", account.email(), "password", account.password() + "!");
            assertThat(auth.post("/api/v1/tokens", wrong, null).status()).isEqualTo(401);
            Map<String, String> right = Map.of("email", account.email(), "password", account.password());
            String token = auth.post("/api/v1/tokens", right, null).orFail().text("accessToken");
            assertThat(auth.get("/api/v1/users/me", token).text("email")).isEqualTo(account.email());
            assertThat(auth.post(path, person, null).status()).isEqualTo(409);
        }
        return created.text("userId");
    }

    /** Each file with what was found in it. Stores remove what they need no more while their folders are read. */
    private static List<String> filesWith(Path folder, List<String> texts) throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    String content = attributes.isRegularFile() ? Files.readString(file, ISO_8859_1) : "";
                    texts.stream()
                            .filter(text -> content.contains(bytes(text)))
                            .forEach(text -> found.add(file + ": " + text));
                    return FileVisitResult.CONTINUE;
                } catch (NoSuchFileException gone) {
                    return leaveOut(gone);
                }
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                return leaveOut(gone);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException gone) throws IOException {
                return gone == null ? FileVisitResult.CONTINUE : leaveOut(gone);
            }

            private FileVisitResult leaveOut(IOException gone) throws IOException {
                if (gone instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw gone;
            }
        });
        return found;
    }

    /** As they look where bytes are read as characters. */
    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
