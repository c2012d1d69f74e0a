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

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Ejabberd} that all tests of a run share: it starts when the
 * first one asks for it and ends with the run.
 *
 * <p>
 * A test that stops it has to start it again; one that needs other settings creates a
 * server of its own. Without the package {@code ejabberd} the tests are skipped, or fail
 * with {@code -Dxmpp.test.servers=required}.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class EjabberdExtension implements ExecutionCondition, ParameterResolver {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return TestServers.evaluate(context, "ejabberd", Ejabberd::missing);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Ejabberd.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(TestServers.NAMESPACE)
			.computeIfAbsent(Ejabberd.class, (key) -> Ejabberd.create(), Ejabberd.class);
	}

}
