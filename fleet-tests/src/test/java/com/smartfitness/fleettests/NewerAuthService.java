package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A release of auth-service that keeps the same accounts in other tables: a column has a new name, and passwords have
 * moved to a table of their own. Made from today's jar and its source, changed in the one class that knows the tables.
 */
final class NewerAuthService {

    private static final String REPOSITORY = "com/smartfitness/auth/account/AccountRepository";

    private static final String MIGRATION = """
            alter table account rename column alias to display_name;
            create table credential (
                user_id       text primary key references account on delete cascade,
                password_hash text not null
            );
            insert into credential select user_id, password_hash from account;
            alter table account drop column password_hash;
            """;

    /** What the tables are called in the source, and what in the newer one. */
    private static final Map<String, String> CHANGES = Map.of(
            "insert into account (user_id, role, status, alias,",
                    "with added as (insert into account (user_id, role, status, display_name,",
            "name, phone,\n                            password_hash, created_at)", "name, phone, created_at)",
            ":phone,\n                            :passwordHash, :createdAt)", ":phone, :createdAt)",
            "on conflict (email_hash) do nothing",
                    "on conflict (email_hash) do nothing returning user_id) insert into credential select user_id, :passwordHash from added",
            "password_hash, token_generation from account where",
                    "password_hash, token_generation from account join credential using (user_id) where",
            "update account set status = :status, alias = :alias,",
                    "update account set status = :status, display_name = :alias,",
            "update account set password_hash =", "update credential set password_hash =",
            "row.getString(\"alias\")", "row.getString(\"display_name\")");

    private NewerAuthService() {}

    /**
     * Writes the jar.
     *
     * @param project the project's folder
     * @param jar auth-service as it was built
     */
    static void build(Path project, Path jar, Path newer) throws IOException {
        Path work = Files.createTempDirectory("newer-auth");
        try {
            Path classes = compile(project, jar, work);
            pack(jar, classes, newer);
        } finally {
            delete(work);
        }
    }

    private static Path compile(Path project, Path jar, Path work) throws IOException {
        String source = Files.readString(project.resolve("auth-service/src/main/java/" + REPOSITORY + ".java"));
        for (Map.Entry<String, String> change : CHANGES.entrySet()) {
            assertThat(source).contains(change.getKey());
            source = source.replace(change.getKey(), change.getValue());
        }
        Path changed = work.resolve("source/" + REPOSITORY + ".java");
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, source);

        List<String> classPath = unpack(jar, work.resolve("jar"));
        Path classes = Files.createDirectories(work.resolve("classes"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-parameters",
                        "-proc:none",
                        "-nowarn",
                        "-cp",
                        String.join(":", classPath),
                        "-d",
                        classes.toString(),
                        changed.toString());
        assertThat(status).as("status of the compiler").isZero();
        return classes;
    }

    /** What the jar's program has on its class path. */
    private static List<String> unpack(Path jar, Path folder) throws IOException {
        List<String> classPath =
                new ArrayList<>(List.of(folder.resolve("BOOT-INF/classes").toString()));
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                if (entry.isDirectory() || !entry.getName().startsWith("BOOT-INF/")) {
                    continue;
                }
                Path target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (InputStream content = file.getInputStream(entry)) {
                    Files.copy(content, target);
                }
                if (entry.getName().endsWith(".jar")) {
                    classPath.add(target.toString());
                }
            }
        }
        return classPath;
    }

    private static void pack(Path jar, Path classes, Path newer) throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                OutputStream out = Files.newOutputStream(newer);
                JarOutputStream target = new JarOutputStream(out)) {
            for (JarEntry entry : file.stream().toList()) {
                if (entry.getName().startsWith("BOOT-INF/classes/" + REPOSITORY)) {
                    continue;
                }
                // Stored entries stay stored: nested jars are read in place.
                target.putNextEntry(new JarEntry(entry));
                try (InputStream content = file.getInputStream(entry)) {
                    content.transferTo(target);
                }
            }
            target.putNextEntry(new JarEntry("BOOT-INF/classes/db/migration/V900__credentials_apart.sql"));
            target.write(MIGRATION.getBytes(StandardCharsets.UTF_8));
            try (Stream<Path> compiled = Files.walk(classes)) {
                for (Path path : compiled.filter(Files::isRegularFile).toList()) {
                    target.putNextEntry(new JarEntry("BOOT-INF/classes/" + classes.relativize(path)));
                    target.write(Files.readAllBytes(path));
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
