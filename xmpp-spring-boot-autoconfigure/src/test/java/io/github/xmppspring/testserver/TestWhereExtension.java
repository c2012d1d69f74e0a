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

import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Invokes a test once on a server that can do what the test needs, and else never.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TestWhereExtension implements TestTemplateInvocationContextProvider {

	@Override
	public boolean supportsTestTemplate(ExtensionContext context) {
		return true;
	}

	@Override
	public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
		return true;
	}

	@Override
	public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
		TestWhere needs = context.getRequiredTestMethod().getAnnotation(TestWhere.class);
		TestServerKind server = TestServerKind.of(context);
		return server.has(needs.value()) ? Stream.of(new Invocation(server)) : Stream.empty();
	}

	/**
	 * The one invocation of the test.
	 *
	 * @param server the server it runs on
	 */
	private record Invocation(TestServerKind server) implements TestTemplateInvocationContext {

		@Override
		public String getDisplayName(int index) {
			return this.server.toString();
		}

	}

}
