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

import java.util.List;

import javax.xml.namespace.QName;

import com.fasterxml.jackson.annotation.JsonRootName;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadCodecProvider;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.jackson.JacksonPayloadCodecProvider;
import io.github.xmppspring.payload.jaxb.JaxbPayloadCodecProvider;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.xml.Element;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PayloadAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class PayloadAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PayloadAutoConfiguration.class));

	@Nested
	class Codecs {

		@Test
		void knowBuiltinPayloads() {
			PayloadAutoConfigurationTests.this.contextRunner
				.run((context) -> assertThat(context.getBean(PayloadCodecs.class).write(new Ping()))
					.isEqualTo(Element.of("urn:xmpp:ping", "ping")));
		}

		@Test
		void ofApplicationGoFirst() {
			PayloadAutoConfigurationTests.this.contextRunner.withBean(PingCodec.class).run((context) -> {
				PayloadCodecs codecs = context.getBean(PayloadCodecs.class);
				assertThat(codecs.codecFor(Ping.class)).isSameAs(context.getBean(PingCodec.class));
			});
		}

		@Test
		void ofProvidersOfApplicationGoBeforeBuiltinOnes() {
			PingCodec codec = new PingCodec();

			PayloadAutoConfigurationTests.this.contextRunner
				.withBean(PayloadCodecProvider.class, () -> PayloadCodecProvider.of(List.of(codec)))
				.run((context) -> assertThat(context.getBean(PayloadCodecs.class).codecFor(Ping.class))
					.isSameAs(codec));
		}

		@Test
		void backOff() {
			PayloadCodecs own = new PayloadCodecs(List.of(), List.of());

			PayloadAutoConfigurationTests.this.contextRunner.withBean(PayloadCodecs.class, () -> own)
				.run((context) -> assertThat(context).getBean(PayloadCodecs.class).isSameAs(own));
		}

	}

	@Nested
	class Jackson {

		@Test
		void findsAnnotatedTypes() {
			PayloadAutoConfigurationTests.this.contextRunner
				.run((context) -> assertThat(context.getBean(PayloadCodecs.class).nameOf(JacksonPayload.class))
					.isEqualTo(new QName("urn:a", "a")));
		}

		@Test
		void withoutItOtherPayloadsWork() {
			PayloadAutoConfigurationTests.this.contextRunner
				.withClassLoader(new FilteredClassLoader("tools.jackson.dataformat"))
				.run((context) -> {
					PayloadCodecs codecs = context.getBean(PayloadCodecs.class);
					assertThat(context).doesNotHaveBean(JacksonPayloadCodecProvider.class);
					assertThat(codecs.supports(Ping.class)).isTrue();
					assertThat(codecs.supports(JaxbPayload.class)).isTrue();
					assertThatExceptionOfType(PayloadException.class)
						.isThrownBy(() -> codecs.codecFor(JacksonPayload.class));
				});
		}

		@Test
		void backsOff() {
			JacksonPayloadCodecProvider own = new JacksonPayloadCodecProvider();

			PayloadAutoConfigurationTests.this.contextRunner.withBean(JacksonPayloadCodecProvider.class, () -> own)
				.run((context) -> assertThat(context).getBean(JacksonPayloadCodecProvider.class).isSameAs(own));
		}

	}

	@Nested
	class Jaxb {

		@Test
		void findsAnnotatedTypes() {
			PayloadAutoConfigurationTests.this.contextRunner
				.run((context) -> assertThat(context.getBean(PayloadCodecs.class).nameOf(JaxbPayload.class))
					.isEqualTo(new QName("urn:b", "b")));
		}

		@Test
		void withoutItOtherPayloadsWork() {
			PayloadAutoConfigurationTests.this.contextRunner
				.withClassLoader(new FilteredClassLoader("jakarta.xml.bind"))
				.run((context) -> {
					PayloadCodecs codecs = context.getBean(PayloadCodecs.class);
					assertThat(context).doesNotHaveBean(JaxbPayloadCodecProvider.class);
					assertThat(codecs.supports(Ping.class)).isTrue();
					assertThat(codecs.supports(JacksonPayload.class)).isTrue();
					assertThat(codecs.supports(JaxbPayload.class)).isFalse();
				});
		}

		@Test
		void backsOff() {
			JaxbPayloadCodecProvider own = new JaxbPayloadCodecProvider();

			PayloadAutoConfigurationTests.this.contextRunner.withBean(JaxbPayloadCodecProvider.class, () -> own)
				.run((context) -> assertThat(context).getBean(JaxbPayloadCodecProvider.class).isSameAs(own));
		}

	}

	@JsonRootName(value = "a", namespace = "urn:a")
	record JacksonPayload(String text) {

	}

	@XmlRootElement(name = "b", namespace = "urn:b")
	static class JaxbPayload {

	}

	static class PingCodec implements PayloadCodec<Ping> {

		@Override
		public QName name() {
			return Ping.NAME;
		}

		@Override
		public Class<Ping> type() {
			return Ping.class;
		}

		@Override
		public Ping read(Element element) {
			return new Ping();
		}

		@Override
		public Element write(Ping value) {
			return Element.of("urn:xmpp:ping", "ping");
		}

	}

}
