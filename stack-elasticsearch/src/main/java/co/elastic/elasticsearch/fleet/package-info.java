/** The demand for a key. Elasticsearch takes a guard of its REST interface from packages of its makers alone. */
@NullMarked
package co.elastic.elasticsearch.fleet;

import org.jspecify.annotations.NullMarked;
