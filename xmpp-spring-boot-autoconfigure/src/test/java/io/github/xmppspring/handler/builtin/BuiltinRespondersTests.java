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

import java.util.List;

import io.github.xmppspring.handler.IqArgumentResolvers;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.handler.IqHandlerMapping;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadMessageConverter;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the responders in this package.
 *
 * @author XMPP for Spring Boot contributors
 */
class BuiltinRespondersTests {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void pingIsAnswered() {
		Iq request = get("<ping xmlns='urn:xmpp:ping'/>");

		assertThat(exchange(request)).isEqualTo(request.result());
	}

	@Test
	void pingBySetIsFeatureNotImplemented() {
		Iq request = Iq.set(Element.of("urn:xmpp:ping", "ping")).id("s1").build();

		assertThat(exchange(request)).isEqualTo(request.error(StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED));
	}

	@Test
	void versionIsAnsweredWithoutOperatingSystem() {
		Iq request = get("<query xmlns='jabber:iq:version'/>");

		assertThat(exchange(request)).isEqualTo(request.result(Element.parse("""
				<query xmlns='jabber:iq:version'><name>desk</name><version>1.0</version></query>""")));
	}

	@Test
	void versionNamesOperatingSystemIfTold() {
		Iq request = get("<query xmlns='jabber:iq:version'/>");

		assertThat(new VersionResponder(new SoftwareVersion("desk", "1.0", "Linux")).exchange(request)
			.toCompletableFuture())
			.isCompletedWithValue(request.result(Element
				.parse("""
						<query xmlns='jabber:iq:version'><name>desk</name><version>1.0</version><os>Linux</os></query>""")));
	}

	@Test
	void handlerOfApplicationGoesBeforeBuiltinOne() {
		this.context.register(OwnVersion.class);
		Iq request = get("<query xmlns='jabber:iq:version'/>");

		assertThat(exchange(request)).isEqualTo(request.result(Element.of("jabber:iq:version", "own")));
	}

	@Test
	void handlerOfWholeNamespaceGoesBeforeBuiltinOne() {
		this.context.register(OwnPing.class);
		Iq request = get("<ping xmlns='urn:xmpp:ping'/>");

		assertThat(exchange(request)).isEqualTo(request.result(Element.of("urn:xmpp:ping", "own")));
	}

	@Test
	void noneOfThemBlocks() {
		IqDispatcher dispatcher = refreshed();

		assertThat(List.of(get("<ping xmlns='urn:xmpp:ping'/>"), get("<query xmlns='jabber:iq:version'/>")))
			.allMatch(dispatcher::isNonBlocking);
	}

	private static Iq get(String payload) {
		return Iq.get(Element.parse(payload)).id("g1").from("juliet@example.org/balcony").build();
	}

	private Iq exchange(Iq request) {
		return refreshed().exchange(request).toCompletableFuture().join();
	}

	private IqDispatcher refreshed() {
		this.context.register(Beans.class);
		this.context.refresh();
		return new IqDispatcher(this.context.getBean(IqHandlerMapping.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		PingResponder ping() {
			return new PingResponder();
		}

		@Bean
		VersionResponder version() {
			return new VersionResponder(SoftwareVersion.of("desk", "1.0"));
		}

		@Bean
		IqHandlerMapping mapping() {
			PayloadCodecs codecs = new PayloadCodecs(List.of(), List.of());
			return new IqHandlerMapping(codecs, new IqArgumentResolvers(new PayloadMessageConverter(codecs)),
					Runnable::run);
		}

	}

	static class OwnVersion {

		@IqHandler(namespace = "jabber:iq:version", name = "query")
		Element version() {
			return Element.of("jabber:iq:version", "own");
		}

	}

	static class OwnPing {

		@IqHandler("urn:xmpp:ping")
		Element ping() {
			return Element.of("urn:xmpp:ping", "own");
		}

	}

}
