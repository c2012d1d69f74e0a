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

package io.github.xmppspring.testserver;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The servers of a run and what the tests on them came to: starts a server when the first
 * test asks for it, ends all with the run.
 *
 * @author XMPP for Spring Boot contributors
 */
final class SharedTestServers implements AutoCloseable {

	private static final Namespace NAMESPACE = Namespace.create(SharedTestServers.class);

	private final TestServerSelection selection;

	private final TestServerReport report = new TestServerReport();

	private final Map<TestServerKind, CompletableFuture<TestServer>> started = new EnumMap<>(TestServerKind.class);

	private final Map<TestServerKind, Optional<String>> missing = new EnumMap<>(TestServerKind.class);

	private final Map<TestTool, Optional<String>> missingTools = new EnumMap<>(TestTool.class);

	private SharedTestServers(TestServerSelection selection) {
		this.selection = selection;
	}

	static SharedTestServers get(ExtensionContext context) {
		return context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(SharedTestServers.class,
					(key) -> new SharedTestServers(TestServerSelection.ofSystemProperty()), SharedTestServers.class);
	}

	static void setCurrent(ExtensionContext context, TestServerKind kind) {
		context.getStore(NAMESPACE).put(TestServerKind.class, kind);
	}

	static TestServerKind current(ExtensionContext context) {
		TestServerKind kind = context.getStore(NAMESPACE).get(TestServerKind.class, TestServerKind.class);
		if (kind == null) {
			throw new IllegalStateException("The test does not run on a server: @OnTestServers is missing");
		}
		return kind;
	}

	TestServerReport report() {
		return this.report;
	}

	/**
	 * The servers that the tests of a class run on.
	 * @param annotation what the tests are for and need
	 * @return the kinds of the servers, none if there is no server or peer for the tests
	 * @throws IllegalStateException if a server or peer is required but missing
	 */
	List<TestServerKind> chosenFor(OnTestServers annotation) {
		for (TestTool tool : annotation.tools()) {
			Optional<String> reason = this.missingTools.computeIfAbsent(tool, TestTool::missing);
			if (reason.isPresent()) {
				this.selection.checkMayBeMissing(tool.toString(), reason.get());
				this.report.notRun(tool.toString(), reason.get());
				return List.of();
			}
		}
		TestServerSelection.Choice choice = this.selection.choose(List.of(annotation.only()), this::missing);
		choice.left().forEach((kind, reason) -> this.report.notRun(kind.toString(), reason));
		return choice.servers().stream().filter((kind) -> kind.has(annotation.needs())).toList();
	}

	/**
	 * The machine is looked at once.
	 */
	private Optional<String> missing(TestServerKind kind) {
		return this.missing.computeIfAbsent(kind, TestServerKind::missing);
	}

	/**
	 * The server of a kind. One that does not start is not tried again.
	 * @param kind the kind
	 * @return the server
	 */
	synchronized TestServer server(TestServerKind kind) {
		return this.started.computeIfAbsent(kind, SharedTestServers::create).join();
	}

	/**
	 * Start a server that a failed test left stopped.
	 * @param kind the kind of the server
	 */
	synchronized void restartIfStopped(TestServerKind kind) {
		if (this.started.containsKey(kind) && !server(kind).isRunning()) {
			server(kind).start();
		}
	}

	private static CompletableFuture<TestServer> create(TestServerKind kind) {
		try {
			return CompletableFuture.completedFuture(kind.create());
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(new IllegalStateException(kind + " does not start", ex));
		}
	}

	@Override
	public synchronized void close() {
		try {
			this.started.values()
				.stream()
				.filter((server) -> !server.isCompletedExceptionally())
				.forEach((server) -> server.join().close());
		}
		finally {
			this.report.publish();
		}
	}

}
