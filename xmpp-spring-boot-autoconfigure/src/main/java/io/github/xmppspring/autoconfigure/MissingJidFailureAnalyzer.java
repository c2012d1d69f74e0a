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

package io.github.xmppspring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that there is no account to log in to.
 *
 * @author XMPP for Spring Boot contributors
 */
final class MissingJidFailureAnalyzer extends AbstractFailureAnalyzer<MissingJidException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingJidException cause) {
		return new FailureAnalysis("There is no XMPP account to log in to: the property 'xmpp.jid' is not set.",
				"Set 'xmpp.jid' to the JID of an account, such as 'bot@example.org', and 'xmpp.password' to its "
						+ "password. To start without XMPP, set 'xmpp.enabled' to 'false'.",
				cause);
	}

}
