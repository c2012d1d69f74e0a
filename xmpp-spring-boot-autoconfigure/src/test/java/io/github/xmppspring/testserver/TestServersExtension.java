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

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Invokes a test class once for each server of the run that it fits.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TestServersExtension implements ClassTemplateInvocationContextProvider, ExecutionCondition {

	private static final Log logger = LogFactory.getLog(TestServersExtension.class);

	/**
	 * Skips a class that no server of the run is for, as its own extensions would still
	 * prepare for it.
	 */
	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (context.getTestMethod().isPresent() || !chosenFor(context).isEmpty()) {
			return ConditionEvaluationResult.enabled("There is a server for it");
		}
		return ConditionEvaluationResult.disabled("This run has no server for it");
	}

	@Override
	public boolean supportsClassTemplate(ExtensionContext context) {
		return true;
	}

	@Override
	public boolean mayReturnZeroClassTemplateInvocationContexts(ExtensionContext context) {
		return true;
	}

	@Override
	public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
		SharedTestServers servers = SharedTestServers.get(context);
		return chosenFor(context).stream().map((kind) -> new Invocation(kind, servers));
	}

	private static List<TestServerKind> chosenFor(ExtensionContext context) {
		OnTestServers annotation = context.getRequiredTestClass().getAnnotation(OnTestServers.class);
		return SharedTestServers.get(context).chosenFor(annotation);
	}

	/**
	 * All tests of the class on one server.
	 *
	 * @param kind the server
	 * @param servers gives the server and counts the tests
	 */
	private record Invocation(TestServerKind kind, SharedTestServers servers)
			implements
				ClassTemplateInvocationContext,
				ParameterResolver,
				BeforeEachCallback,
				TestWatcher {

		@Override
		public String getDisplayName(int index) {
			return this.kind.toString();
		}

		@Override
		public List<Extension> getAdditionalExtensions() {
			return List.of(this);
		}

		@Override
		public void prepareInvocation(ExtensionContext context) {
			SharedTestServers.setCurrent(context, this.kind);
		}

		@Override
		public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
			return TestServer.class.isAssignableFrom(parameter.getParameter().getType());
		}

		@Override
		public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
			return this.servers.server(this.kind);
		}

		@Override
		public void beforeEach(ExtensionContext context) {
			this.servers.restartIfStopped(this.kind);
		}

		@Override
		public void testSuccessful(ExtensionContext context) {
			count(context, TestOutcome.PASSED);
		}

		@Override
		public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
			// which the build tool does not tell
			logger.error("On " + this.kind + " failed " + context.getRequiredTestClass().getSimpleName() + "."
					+ context.getRequiredTestMethod().getName() + " " + context.getDisplayName());
			count(context, TestOutcome.FAILED);
		}

		@Override
		public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
			count(context, TestOutcome.SKIPPED);
		}

		@Override
		public void testDisabled(ExtensionContext context, Optional<String> reason) {
			count(context, TestOutcome.SKIPPED);
		}

		private void count(ExtensionContext context, TestOutcome outcome) {
			this.servers.report().count(context.getRequiredTestClass(), this.kind, outcome);
		}

	}

}
