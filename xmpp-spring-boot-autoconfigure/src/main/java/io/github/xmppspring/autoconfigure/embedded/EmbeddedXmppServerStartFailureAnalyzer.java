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

package io.github.xmppspring.autoconfigure.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains why the embedded server cannot be started: as a rule a port is in use.
 *
 * @author XMPP for Spring Boot contributors
 */
final class EmbeddedXmppServerStartFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedXmppServerStartException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedXmppServerStartException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"Stop what uses the port, or set 'xmpp.embedded.port' or 'xmpp.embedded.component.port' to another one, "
						+ "or to 0 for any that is free. 'xmpp.embedded.address' must be an address of this machine.",
				cause);
	}

}
