/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.xmppspring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Reads the shared test corpora: JSON Lines files below the folder named by the system
 * property {@code corpus.dir}, by default {@code shared/corpus} beside the checkout. The
 * files of one corpus are taken from elsewhere if a property with its name says so, such
 * as {@code corpus.iq-behaviour}: a folder of the same layout, or one file. Relative
 * paths start at the checkout.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class Corpus {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Set<String> NAMES = Set.of("stanzas", "streams", "hostile", "jids", "iq-behaviour");

	private static final Set<String> OF_SEVERAL_FILES = Set.of("stanzas", "jids");

	private Corpus() {
	}

	/**
	 * Return whether there are corpora to read.
	 * @return {@code true} if there is any
	 */
	public static boolean isPresent() {
		return Files.isDirectory(directory()) || NAMES.stream().anyMatch((name) -> override(name) != null);
	}

	private static Path directory() {
		Path configured = path("corpus.dir");
		return (configured != null) ? configured : checkout().resolve("../shared/corpus").normalize();
	}

	private static @Nullable Path override(String corpus) {
		return path("corpus." + corpus);
	}

	private static @Nullable Path path(String property) {
		String configured = System.getProperty(property);
		return StringUtils.hasText(configured) ? checkout().resolve(configured).normalize() : null;
	}

	/**
	 * Return the records of a file in their order. Where its corpus is absent the calling
	 * test is aborted; mark it with {@link CorpusTest @CorpusTest} to see it as skipped
	 * also where this method feeds a parameterised test. A file missing from an existing
	 * folder is an error.
	 * @param relativePath the file below the folder, such as {@code jids/jids.jsonl}
	 * @return the records, at least one
	 */
	public static Stream<JsonNode> records(String relativePath) {
		Path file = file(relativePath);
		assumeTrue(file != null, () -> "No test corpus '%s'; name the folder of all with -Dcorpus.dir, or that of one "
			.formatted(relativePath) + "or its file with -Dcorpus." + relativePath.replaceFirst("/.*", ""));
		try {
			List<JsonNode> records = Files.readAllLines(file)
				.stream()
				.filter(StringUtils::hasText)
				.map(JSON::readTree)
				.toList();
			Assert.state(!records.isEmpty(), () -> "No records in '" + file + "'");
			return records.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return whether a file is among the corpora to read.
	 * @param relativePath the file below the folder, such as {@code jids/jids.jsonl}
	 * @return {@code false} if its corpus is absent, or another file was named instead of
	 * it
	 */
	public static boolean isPresent(String relativePath) {
		return file(relativePath) != null;
	}

	private static @Nullable Path file(String relativePath) {
		String corpus = relativePath.substring(0, relativePath.indexOf('/'));
		String name = relativePath.substring(corpus.length() + 1);
		Assert.isTrue(NAMES.contains(corpus), () -> "Unknown corpus: " + corpus);
		Path override = override(corpus);
		if (override == null) {
			Path folder = directory().resolve(corpus);
			return Files.isDirectory(folder) ? folder.resolve(name) : null;
		}
		Assert.state(Files.exists(override),
				() -> "corpus." + corpus + " names '" + override + "', which is not there");
		if (Files.isDirectory(override)) {
			return override.resolve(name);
		}
		return (!OF_SEVERAL_FILES.contains(corpus) || override.endsWith(name)) ? override : null;
	}

	/**
	 * Return the bytes that the {@code pieces} of a record or of one of its segments
	 * stand for, checked against the {@code length} and {@code sha256} beside them where
	 * given.
	 * @param record the object that holds {@code pieces}
	 * @return the bytes
	 */
	public static byte[] bytes(JsonNode record) {
		byte[] bytes = expand(record.required("pieces"));
		if (record.has("length")) {
			assertThat(bytes).as("length of the expanded pieces").hasSize(record.get("length").asInt());
		}
		if (record.has("sha256")) {
			assertThat(sha256(bytes)).as("SHA-256 of the expanded pieces").isEqualTo(record.get("sha256").asString());
		}
		return bytes;
	}

	/**
	 * Return the text of a field that is either given as it is or, with the suffix
	 * {@code _pieces}, as pieces.
	 * @param record the record
	 * @param field the name of the field without the suffix
	 * @return the text or {@code null} if the field is absent or null
	 */
	public static @Nullable String text(JsonNode record, String field) {
		JsonNode pieces = record.get(field + "_pieces");
		if (pieces != null) {
			return new String(expand(pieces), StandardCharsets.UTF_8);
		}
		return record.path(field).asStringOpt().orElse(null);
	}

	/**
	 * Return the bytes that pieces stand for.
	 * @param pieces a list of strings and of objects with {@code hex}, with
	 * {@code repeat} and {@code of}, or inside a repeat with {@code counter}: the decimal
	 * number of the round, from 0, plus that number
	 * @return the bytes
	 */
	public static byte[] expand(JsonNode pieces) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		appendAll(pieces, -1, out);
		return out.toByteArray();
	}

	private static void appendAll(JsonNode pieces, long round, ByteArrayOutputStream out) {
		Assert.isTrue(pieces.isArray(), () -> "Pieces must be a list: " + pieces);
		pieces.forEach((piece) -> append(piece, round, out));
	}

	private static void append(JsonNode piece, long round, ByteArrayOutputStream out) {
		if (piece.isString()) {
			out.writeBytes(piece.asString().getBytes(StandardCharsets.UTF_8));
		}
		else if (piece.has("hex")) {
			out.writeBytes(HexFormat.of().parseHex(piece.get("hex").asString()));
		}
		else if (piece.has("repeat")) {
			long rounds = piece.get("repeat").asLong();
			for (long i = 0; i < rounds; i++) {
				appendAll(piece.required("of"), i, out);
			}
		}
		else {
			Assert.state(piece.has("counter") && round >= 0, () -> "Unknown piece: " + piece);
			out.writeBytes(Long.toString(round + piece.get("counter").asLong()).getBytes(StandardCharsets.US_ASCII));
		}
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The root of the checkout: the outermost of the enclosing folders with a POM, seen
	 * from the module that the tests run in.
	 */
	private static Path checkout() {
		Path checkout = Path.of("").toAbsolutePath();
		for (Path parent = checkout.getParent(); parent != null; parent = parent.getParent()) {
			if (!Files.exists(parent.resolve("pom.xml"))) {
				break;
			}
			checkout = parent;
		}
		return checkout;
	}

}
