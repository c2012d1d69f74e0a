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

import io.github.xmppspring.context.FailureDescription;
import io.github.xmppspring.stanza.XmppException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains why the first attempt to connect failed, if the application waited for it.
 *
 * @author XMPP for Spring Boot contributors
 */
final class XmppConnectionFailureAnalyzer extends AbstractFailureAnalyzer<XmppException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, XmppException cause) {
		FailureDescription description = FailureDescription.of(cause);
		return (description.remedy() != null)
				? new FailureAnalysis(description.problem() + ".", description.remedy(), cause) : null;
	}

}
