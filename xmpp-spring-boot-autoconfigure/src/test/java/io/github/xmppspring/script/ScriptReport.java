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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How the scripts fared, by level.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ScriptReport {

	private final List<Entry> entries = new ArrayList<>();

	synchronized void add(Script script, Result result, @Nullable Choice choice, String remark) {
		this.entries.add(new Entry(script, result, choice, remark));
	}

	/**
	 * The results as tables.
	 * @return Markdown
	 */
	synchronized String toMarkdown() {
		StringBuilder table = new StringBuilder("# Scripts of exchanges\n\n")
			.append("| Level | Run | As the script says | Otherwise, by choice | Failed |\n|---|--:|--:|--:|--:|\n");
		for (Level level : Level.values()) {
			List<Entry> entries = entries().filter((entry) -> entry.script().level() == level).toList();
			if (!entries.isEmpty()) {
				table.append(row(level.toString(), entries));
			}
		}
		table.append(row("all", this.entries));
		table.append("\n| Where there is a choice | Script | What we do | Why |\n|---|---|---|---|\n");
		entries().filter((entry) -> entry.script().level().isOpen() || entry.choice() != null)
			.forEach((entry) -> table.append(choice(entry)));
		entries().filter((entry) -> entry.result() == Result.FAILED || !entry.remark().isEmpty())
			.forEach((entry) -> table.append("\n- ")
				.append(entry.script())
				.append(": ")
				.append(entry.result())
				.append(": `")
				.append(entry.remark().replaceAll("\\s+", " "))
				.append("`"));
		return table.append('\n').toString();
	}

	private Stream<Entry> entries() {
		return this.entries.stream();
	}

	private static String row(String name, List<Entry> entries) {
		return "| %s | %d | %d | %d | %d |%n".formatted(name, entries.size(), count(entries, Result.PASSED),
				count(entries, Result.OTHERWISE), count(entries, Result.FAILED));
	}

	private static long count(List<Entry> entries, Result result) {
		return entries.stream().filter((entry) -> entry.result() == result).count();
	}

	private static String choice(Entry entry) {
		Choice choice = entry.choice();
		return "| %s %s | %s | %s | %s |%n".formatted(entry.script().id(), entry.script().title(), entry.result(),
				(choice != null) ? choice.what() : "", (choice != null) ? reason(choice) : "no reason written down");
	}

	private static String reason(Choice choice) {
		return (choice.alternative() != null)
				? choice.why() + ". As the script says with `" + choice.alternative() + "`" : choice.why();
	}

	/**
	 * How a script fared.
	 */
	enum Result {

		PASSED, OTHERWISE, FAILED

	}

	private record Entry(Script script, Result result, @Nullable Choice choice, String remark) {
	}

}
