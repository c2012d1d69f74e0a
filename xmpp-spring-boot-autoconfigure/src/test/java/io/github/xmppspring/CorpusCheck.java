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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Runs a check on every record of a file of the {@link Corpus}, also behind the first one
 * that fails, and prints how many there were.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class CorpusCheck {

	private static final int REPORTED_FAILURES = 20;

	private final String file;

	private final String name;

	private Predicate<JsonNode> filter = (record) -> true;

	private CorpusCheck(String file, String name) {
		this.file = file;
		this.name = name;
	}

	/**
	 * Start a check.
	 * @param file the file below the folder of the corpora
	 * @param name what is checked, for the report
	 * @return the check
	 */
	public static CorpusCheck of(String file, String name) {
		return new CorpusCheck(file, name);
	}

	/**
	 * Leave records out.
	 * @param filter what to keep
	 * @return this check
	 */
	public CorpusCheck where(Predicate<JsonNode> filter) {
		this.filter = filter;
		return this;
	}

	/**
	 * Run the check; fails if it fails for any record, and is aborted if there is none to
	 * check.
	 * @param check throws what is wrong
	 */
	public void run(Check check) {
		List<JsonNode> records = Corpus.records(this.file).filter(this.filter).toList();
		assumeTrue(!records.isEmpty(), () -> "No such records in " + this.file);
		List<String> failures = new ArrayList<>();
		for (JsonNode record : records) {
			try {
				check.run(record);
			}
			catch (Exception | AssertionError ex) {
				failures.add(record.get("id").asString() + ": " + ex);
			}
		}
		System.out.printf("%s -> %s: %d records run, %d passed%n", this.file, this.name, records.size(),
				records.size() - failures.size());
		assertThat(failures.stream().limit(REPORTED_FAILURES)).as("%d failures", failures.size()).isEmpty();
	}

	/**
	 * What is done with a record.
	 */
	@FunctionalInterface
	public interface Check {

		/**
		 * Check one record.
		 * @param record the record
		 * @throws Exception if it is not as it should be
		 */
		void run(JsonNode record) throws Exception;

	}

}
