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

import tools.jackson.databind.JsonNode;

/**
 * One script, with its repetitions written out.
 *
 * @param id the id
 * @param title what it is about
 * @param level how strict it is
 * @param mode what the application is to the server: {@code client} or {@code component}
 * @param self the address of the application: a full JID, of a component its domain
 * @param domain the domain of the server
 * @param handlers the handlers of the application
 * @param steps what happens
 * @author XMPP for Spring Boot contributors
 */
record Script(String id, String title, Level level, String mode, String self, String domain, List<JsonNode> handlers,
		List<JsonNode> steps) {

	/**
	 * Read a script.
	 * @param record the script as JSON
	 * @return the script
	 * @throws IllegalArgumentException if it has words that nobody here knows
	 */
	static Script of(JsonNode record) {
		Vocabulary.check(record);
		JsonNode session = record.required("session");
		return new Script(record.required("id").asString(), record.path("title").asString(""),
				Level.of(record.required("level").asString()), session.required("mode").asString(),
				session.required("self").asString(), session.required("domain").asString(),
				record.path("handlers").valueStream().toList(), Repetition.expand(record.required("steps")));
	}

	/**
	 * Whether the library's own roster has to be there.
	 * @return whether a handler stands for it
	 */
	boolean needsRoster() {
		return this.handlers.stream().anyMatch((handler) -> is(handler, "builtin-roster"));
	}

	/**
	 * Whether the times in it depend on each other, so that all have to grow together.
	 * @return whether a handler takes its time
	 */
	boolean hasSlowHandlers() {
		return this.handlers.stream().anyMatch((handler) -> handler.has("after_ms") || handler.has("block_ms"));
	}

	/**
	 * Whether a call is meant to end by its timeout.
	 * @param call the name of the call
	 * @return whether a step says so
	 */
	boolean hasTimeout(String call) {
		return this.steps.stream()
			.flatMap((step) -> step.findValues("outcome").stream())
			.filter((outcome) -> AnyOf.matches(outcome.path("is"), "timeout"))
			.anyMatch((outcome) -> outcome.path("call").asString("").equals(call));
	}

	private static boolean is(JsonNode handler, String does) {
		return handler.path("does").asString("").equals(does);
	}

	@Override
	public String toString() {
		return this.id + " " + this.level + " " + this.title;
	}

}
