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

package io.github.xmppspring.connection;

import java.time.Instant;
import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stream.StreamFeatures;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ComponentAddresses}, and for the {@link IqCorrelator} with them.
 *
 * @author XMPP for Spring Boot contributors
 */
class ComponentAddressesTests {

	private static final Element QUESTION = Element.of("urn:example:question", "question");

	private final OwnAddresses own = new ComponentAddresses(Jid.of("echo.x.test"));

	private final IqCorrelator correlator = new IqCorrelator(false);

	@ParameterizedTest
	@CsvSource({ "jabber:client, ClientAddress", "jabber:component:accept, ComponentAddresses" })
	void areThoseOfTheKindOfStream(String contentNamespace, String type) {
		StreamHeader header = StreamHeader.withoutVersion(contentNamespace, "echo.x.test");
		NegotiatedStream stream = new NegotiatedStream(Jid.of("echo.x.test"), header, new StreamFeatures(List.of()),
				null, null, null, null, Instant.now());

		assertThat(OwnAddresses.of(stream).getClass().getSimpleName()).isEqualTo(type);
	}

	@ParameterizedTest
	@CsvSource({ //
			"bob@x.test/a,    bob@x.test/a,  echo.x.test,   true", //
			"bob@x.test/a,    bob@x.test/a,  a@echo.x.test, false", //
			"bob@x.test/a,    eve@x.test/a,  echo.x.test,   false", //
			"bob@x.test/a,    bob@x.test,    echo.x.test,   false", //
			"bob@x.test/a,    x.test,        echo.x.test,   false", //
			"bob@x.test/a,    echo.x.test,   echo.x.test,   false", //
			"bob@x.test/a,    ,              echo.x.test,   false", //
			"bob@x.test/a,    bob@x.test/a,  ,              true", //
			"echo.x.test,     echo.x.test,   echo.x.test,   true", //
			"a@echo.x.test,   a@echo.x.test, echo.x.test,   true", //
			"a@echo.x.test,   echo.x.test,   echo.x.test,   false", //
			"x.test,          x.test,        echo.x.test,   true" })
	void responseIsTakenFromTheAskedEntityToTheAskingAddressOnly(String asked, @Nullable String from,
			@Nullable String to, boolean taken) {
		PendingIq request = register("1", null, asked);

		this.correlator.complete(result("1", from, to), this.own);

		assertThat(request.isDone()).isEqualTo(taken);
	}

	@Test
	void severalAddressesMayAskTheSameEntityWithTheSameId() {
		PendingIq domain = register("1", null, "bob@x.test/a");
		PendingIq alice = register("1", "alice@echo.x.test", "bob@x.test/a");
		PendingIq carol = register("1", "carol@echo.x.test/b", "bob@x.test/a");
		assertThatIllegalStateException().isThrownBy(() -> register("1", "alice@echo.x.test", "bob@x.test/a"));
		assertThatIllegalStateException().isThrownBy(() -> register("1", "echo.x.test", "bob@x.test/a"));

		this.correlator.complete(result("1", "bob@x.test/a", "carol@echo.x.test/b"), this.own);

		assertThat(carol).isDone();
		assertThat(List.of(domain, alice)).noneMatch(PendingIq::isDone);
		this.correlator.complete(result("1", "bob@x.test/a", "alice@echo.x.test"), this.own);
		assertThat(alice).isDone();
		assertThat(domain).isNotDone();
	}

	@ParameterizedTest
	@ValueSource(strings = { "echo.x.test", "alice@echo.x.test", "alice@echo.x.test/home", "echo.x.test/a" })
	void requestMayComeFromAnyAddressOfTheDomain(String from) {
		this.own.check(Iq.get(QUESTION).from(from).to("bob@x.test").build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.test", "bob@x.test", "alice@other.x.test", "sub.echo.x.test" })
	void requestFromElsewhereIsRefused(String from) {
		Iq request = Iq.get(QUESTION).from(from).to("bob@x.test").build();

		assertThatIllegalArgumentException().isThrownBy(() -> this.own.check(request));
	}

	@Test
	void requestForNobodyIsRefused() {
		Iq request = Iq.get(QUESTION).build();

		assertThatIllegalArgumentException().isThrownBy(() -> this.own.check(request));
	}

	@Test
	void messagesChangeTheirNamespaceAndSaysFromWhomTheyAre() {
		Element message = Element
			.parse("<message xmlns='jabber:client' to='bob@x.test'><body>Hi</body>" + "<x xmlns='urn:x'/></message>");

		Element outgoing = this.own.outgoing(message);

		assertThat(outgoing).isEqualTo(Element.parse("<message xmlns='jabber:component:accept' to='bob@x.test' "
				+ "from='echo.x.test'><body>Hi</body><x xmlns='urn:x'/></message>"));
		assertThat(this.own.incoming(outgoing)).isEqualTo(message.mutate().attribute("from", "echo.x.test").build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "<presence xmlns='jabber:client'/>",
			"<presence xmlns='jabber:client' to='bob@x.test' from='alice@x.test'/>",
			"<presence xmlns='jabber:client' to='bob@x.test' from='@'/>" })
	void stanzaThatWouldEndTheStreamIsRefused(String xml) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.own.outgoing(Element.parse(xml)));
	}

	@Test
	void componentItselfIsPinged() {
		assertThat(this.own.pinged()).isEqualTo(Jid.of("echo.x.test"));
	}

	private PendingIq register(String id, @Nullable String from, String to) {
		Iq iq = Iq.get(QUESTION).from(jid(from)).to(to).build();
		PendingIq request = new PendingIq(iq, id);
		this.correlator.register(request, this.own);
		return request;
	}

	private static Iq result(String id, @Nullable String from, @Nullable String to) {
		return Iq.builder(IqType.RESULT).id(id).from(jid(from)).to(jid(to)).build();
	}

	private static @Nullable Jid jid(@Nullable String jid) {
		return (jid != null) ? Jid.of(jid) : null;
	}

}
