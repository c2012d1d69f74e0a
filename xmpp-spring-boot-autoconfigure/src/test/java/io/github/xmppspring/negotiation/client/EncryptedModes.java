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

package io.github.xmppspring.negotiation.client;

import java.util.stream.Stream;

import io.github.xmppspring.testserver.Capability;
import io.github.xmppspring.testserver.TestServerKind;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Provides each {@link TlsMode} with TLS that the server has a port for.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class EncryptedModes implements ArgumentsProvider {

	@Override
	public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
		return of(TestServerKind.of(context)).map(Arguments::of);
	}

	static Stream<TlsMode> of(TestServerKind server) {
		return server.has(Capability.DIRECT_TLS) ? Stream.of(TlsMode.STARTTLS, TlsMode.DIRECT)
				: Stream.of(TlsMode.STARTTLS);
	}

}
