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

import java.util.Objects;
import java.util.stream.Stream;

import io.github.xmppspring.handler.builtin.PingResponder;
import io.github.xmppspring.handler.builtin.VersionResponder;
import io.github.xmppspring.payload.version.SoftwareVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Answers to what every XMPP entity may be asked. They give way to handlers of the
 * application.
 *
 * @author XMPP for Spring Boot contributors
 */
@Configuration(proxyBeanMethods = false)
class BuiltinResponderConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "xmpp.iq.builtin.ping.enabled", matchIfMissing = true)
	PingResponder pingResponder() {
		return new PingResponder();
	}

	// What the operating system is, is nobody's business
	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "xmpp.iq.builtin.version.enabled", matchIfMissing = true)
	VersionResponder versionResponder(IqProperties properties, ObjectProvider<BuildProperties> buildProperties,
			Environment environment) {
		IqProperties.Builtin.Version version = properties.getBuiltin().getVersion();
		BuildProperties build = buildProperties.getIfAvailable();
		String name = firstOf("application", version.getName(), environment.getProperty("spring.application.name"),
				(build != null) ? build.getName() : null);
		String number = firstOf("unknown", version.getNumber(), (build != null) ? build.getVersion() : null,
				environment.getProperty("spring.application.version"));
		return new VersionResponder(SoftwareVersion.of(name, number));
	}

	private static String firstOf(String fallback, @Nullable String... values) {
		return Stream.of(values).filter(StringUtils::hasText).map(Objects::requireNonNull).findFirst().orElse(fallback);
	}

}
