package com.smartfitness.replication.elasticsearch;

import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.json.JsonData;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an index looks like: what replication searches by, and what the author adds.
 *
 * @param content the member of a document whose fields the author lays out
 * @param searched what replication searches by, as the properties of a mapping
 * @param key a field of the content by which replication knows whether there is one; empty if it needs none
 */
record IndexShape(String content, String searched, String key) {

    static final IndexShape CONTROL = new IndexShape("content", """
            {"handledAt": {"type": "long"}}
            """, "");

    static final IndexShape DOCUMENTS = new IndexShape("content", """
            {"replication": {"properties": {
              "kind": {"type": "keyword"},
              "id": {"type": "keyword"},
              "version": {"type": "long"},
              "waiting": {"type": "long"},
              "count": {"type": "long"},
              "handled": {"properties": {"at": {"type": "long"}}}
            }}}
            """, "");

    private static final String REVISION = "revision";

    private static final String KNOWN = """
            {"known": {"properties": {
              "id": {"type": "keyword"},
              "epoch": {"type": "long"},
              "generation": {"type": "long"},
              "present": {"type": "boolean"}
            }}}
            """;

    /** Rows of a replica, the first component of which is their id. */
    static IndexShape rows(String key) {
        return new IndexShape("row", KNOWN, key);
    }

    /**
     * A request that makes an index.
     *
     * @param aliases all of its names but its own
     */
    String request(DocumentLayout layout, JsonMapper json, List<String> aliases) {
        ObjectNode laidOut = (ObjectNode) json.readTree(layout.json());
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ObjectNode index = request.putObject("settings").putObject("index");
        index.put("number_of_shards", 1).put("auto_expand_replicas", "0-1").put("refresh_interval", "1s");
        // An acknowledged write is on disk. This is the default, which somebody may have changed for all indices.
        index.putObject("translog").put("durability", "request");
        index.set("analysis", laidOut.withObject("analysis"));

        ObjectNode mappings = request.putObject("mappings").put("dynamic", false);
        mappings.putObject("_meta").put(REVISION, layout.revision());
        ObjectNode properties =
                mappings.set("properties", json.readTree(searched)).withObject("properties");
        ObjectNode fields = properties.withObject(content).withObject("properties");
        laidOut.withObject("properties").properties().forEach(field -> fields.set(field.getKey(), field.getValue()));
        if (!key.isEmpty() && !fields.has(key)) {
            fields.putObject(key).put("type", "keyword");
        }
        laidOut.withObject("beside").properties().forEach(field -> properties.set(field.getKey(), field.getValue()));
        ObjectNode names = request.putObject("aliases");
        aliases.forEach(names::putObject);
        return request.toString();
    }

    /** The revision of the layout by which an index was made. */
    static int revisionOf(IndexState index) {
        TypeMapping mappings = index.mappings();
        JsonData revision = mappings == null ? null : mappings.meta().get(REVISION);
        return revision == null ? 1 : revision.to(Integer.class);
    }

    /** The index that looks like this, e.g. {@code search-review-1f6c03ab}. */
    static String nameOf(String alias, String request) {
        return alias + "-" + Fingerprint.of(request, 4);
    }
}
