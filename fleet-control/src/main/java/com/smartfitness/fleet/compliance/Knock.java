package com.smartfitness.fleet.compliance;

import com.smartfitness.fleet.ObjectClients;
import com.smartfitness.fleet.Store;
import com.smartfitness.stack.StackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tries whether a store lets somebody in, in the store's own protocol. */
final class Knock {

    /** What PostgreSQL says to those it does not know or does not let into a database: class 28, and 42501. */
    private static final String NOT_KNOWN = "28";

    private static final String NOT_ALLOWED = "42501";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Knock() {}

    /**
     * Whether the store opens for these.
     *
     * @throws StackException if it neither opens nor refuses
     */
    static boolean opens(Store store, String user, String password) {
        int port = store.ports()[0];
        try {
            return switch (store.kind()) {
                case "PostgreSQL" -> postgres(port, store.name().replaceFirst("-db$", ""), user, password);
                case "Redis" -> redis(port, user, password);
                case "Elasticsearch" -> elasticsearch(port, password);
                case "S3Proxy" -> objects(port, user, password);
                default -> throw new StackException("Nobody knows how to knock at " + store.kind());
            };
        } catch (IOException | SQLException e) {
            throw new StackException("%s neither opens nor refuses: %s".formatted(store.name(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while knocking at " + store.name(), e);
        }
    }

    private static boolean postgres(int port, String database, String user, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, password)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith(NOT_KNOWN) || state.equals(NOT_ALLOWED)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean redis(int port, String user, String password) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("AUTH %s %s\r\n".formatted(user, password).getBytes(StandardCharsets.UTF_8));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String answer = String.valueOf(answers.readLine());
            if (answer.startsWith("-WRONGPASS")) {
                return false;
            }
            if (answer.startsWith("+OK")) {
                return true;
            }
            throw new IOException("it answers " + answer);
        }
    }

    private static boolean elasticsearch(int port, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/_cat/indices".formatted(port)))
                .header("Authorization", "ApiKey " + key)
                .build();
        int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
        return switch (status) {
            case 200 -> true;
            case 401, 403 -> false;
            default -> throw new IOException("it answers " + status);
        };
    }

    private static boolean objects(int port, String key, String secret) throws IOException {
        try (S3Client client = ObjectClients.of("http://127.0.0.1:" + port, key, secret)) {
            client.listBuckets();
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == 403) {
                return false;
            }
            throw new IOException("it answers " + e.statusCode(), e);
        }
    }
}
