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

import java.util.Optional;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Decides what becomes of tests whose counterpart this machine cannot run: they are
 * skipped, or fail where the system property {@code xmpp.test.servers} is
 * {@code required}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TestServers {

	static final Namespace NAMESPACE = Namespace.create(TestServers.class);

	private static final String PROPERTY = "xmpp.test.servers";

	private static final Log logger = LogFactory.getLog(TestServers.class);

	private TestServers() {
	}

	/**
	 * Evaluate the condition of an extension; the machine is looked at once in a run.
	 * @param context the context of the test
	 * @param name the name of the counterpart
	 * @param missing tells what is missing to run it
	 * @return whether the test can run
	 */
	static ConditionEvaluationResult evaluate(ExtensionContext context, String name,
			Supplier<Optional<String>> missing) {
		Optional<?> reason = context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(name + ".missing", (key) -> warn(name, missing.get()), Optional.class);
		return evaluate(name, reason.map(String::valueOf), "required".equals(System.getProperty(PROPERTY)));
	}

	static ConditionEvaluationResult evaluate(String name, Optional<String> missing, boolean required) {
		if (missing.isEmpty()) {
			return ConditionEvaluationResult.enabled(name + " is installed");
		}
		String message = name + " is not installed (" + missing.get() + ")";
		if (required) {
			throw new IllegalStateException(message + " but " + PROPERTY + " says that it is required");
		}
		return ConditionEvaluationResult.disabled(message);
	}

	private static Optional<String> warn(String name, Optional<String> missing) {
		missing.ifPresent((reason) -> logger.warn("Tests that need " + name + " do not run: " + reason));
		return missing;
	}

}
