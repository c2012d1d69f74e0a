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

package io.github.xmppspring.handler.builtin;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.handler.IqMapping;
import io.github.xmppspring.handler.IqResponder;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;

import org.springframework.util.Assert;

/**
 * Answers which software this is (XEP-0092).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class VersionResponder implements IqResponder {

	private final Element version;

	/**
	 * Creates the responder.
	 * @param version the software; without an operating system none is told
	 */
	public VersionResponder(SoftwareVersion version) {
		Assert.notNull(version, "'version' must not be null");
		this.version = SoftwareVersion.CODEC.write(version);
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		return CompletableFuture.completedFuture(request.result(this.version));
	}

	@Override
	public Set<IqMapping> mappings() {
		return Set.of(IqMapping.get(SoftwareVersion.NAME));
	}

	@Override
	public boolean isNonBlocking() {
		return true;
	}

	@Override
	public boolean isFallback() {
		return true;
	}

}
