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

package io.github.xmppspring.script;

import java.util.List;
import java.util.stream.Stream;

import io.github.xmppspring.Corpus;
import io.github.xmppspring.CorpusTest;
import io.github.xmppspring.TestReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Runs all scripts of the corpus. What the RFC leaves open is compared with what we
 * chose.
 *
 * @author XMPP for Spring Boot contributors
 */
@CorpusTest
class IqBehaviourCorpusTests {

	private static final String SCRIPTS = "iq-behaviour/scripts.jsonl";

	private static final ScriptReport REPORT = new ScriptReport();

	@TestFactory
	Stream<DynamicTest> scripts() {
		return Corpus.records(SCRIPTS)
			.map((record) -> DynamicTest.dynamicTest("%s %s %s".formatted(record.path("id").asString(""),
					record.path("level").asString(""), record.path("title").asString("")),
					() -> run(Script.of(record))));
	}

	private static void run(Script script) {
		Choice choice = Choice.of(script.id());
		ScriptRun run;
		try {
			run = ScriptRunner.run(script);
		}
		catch (AssertionError ex) {
			deviates(script, choice, ex);
			return;
		}
		catch (RuntimeException ex) {
			if (!(ex instanceof TestAbortedException)) {
				REPORT.add(script, ScriptReport.Result.FAILED, choice, ex.toString());
			}
			throw ex;
		}
		REPORT.add(script, ScriptReport.Result.PASSED, choice, run.remark(script.level().isOpen() && choice == null));
		if (choice != null) {
			assertThat(choice.conforms()).as("It is written down that we do otherwise: %s", choice).isTrue();
			assertThat(run.trace()).as("what we do: %s", choice.what())
				.anySatisfy((event) -> assertThat(event).contains(choice.evidence()));
		}
	}

	private static void deviates(Script script, @Nullable Choice choice, AssertionError failure) {
		String message = String.valueOf(failure.getMessage());
		if ((choice != null) ? choice.conforms() : !script.level().isOpen()) {
			REPORT.add(script, ScriptReport.Result.FAILED, choice, message);
			throw failure;
		}
		REPORT.add(script, ScriptReport.Result.OTHERWISE, choice, message);
		assumeTrue(choice != null, () -> "It is left open, and goes otherwise here without a reason: " + message);
		assertThat(message).as("what we do: %s", choice.what()).contains(choice.evidence());
		if (choice.alternative() != null) {
			ScriptRunner.run(script, choice.alternative());
		}
	}

	@Test
	void everyChoiceHasAReason() {
		List<Script> scripts = Corpus.records(SCRIPTS).map(Script::of).toList();
		assumeTrue(scripts.stream().map(Script::id).toList().containsAll(Choice.ids()),
				"These are other scripts than those that choices are written down for");

		assertThat(scripts).filteredOn((script) -> script.level().isOpen())
			.extracting(Script::id)
			.isSubsetOf(Choice.ids());
	}

	@AfterAll
	static void publish() {
		TestReport.publish("iq-behaviour.md", REPORT.toMarkdown());
	}

}
