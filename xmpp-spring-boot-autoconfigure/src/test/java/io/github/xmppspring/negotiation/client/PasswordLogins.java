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

import io.github.xmppspring.testserver.TestServerKind;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Provides each mechanism of the server that takes a password with each {@link TlsMode}
 * that it may be used in.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class PasswordLogins implements ArgumentsProvider {

	@Override
	public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
		TestServerKind server = TestServerKind.of(context);
		return server.mechanisms()
			.stream()
			.flatMap((mechanism) -> EncryptedModes.of(server).map((mode) -> Arguments.of(mechanism, mode)));
	}

}
