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

package io.github.xmppspring.sample;

import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestPeer;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link SampleApplication}: it is started as from the command
 * line, logs in to a server and talks to a client of another implementation.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class SampleApplicationIntegrationTests {

	@RegisterExtension
	static final RunningSample sample = new RunningSample();

	@Test
	void healthTellsHowItIsConnected() {
		sample.http()
			.get()
			.uri("/actuator/health")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.components.xmpp.status")
			.isEqualTo("UP")
			.jsonPath("$.components.xmpp.details.state")
			.isEqualTo("ONLINE")
			.jsonPath("$.components.xmpp.details.mechanism")
			.value(String.class, (mechanism) -> assertThat(mechanism).startsWith("SCRAM-SHA-"))
			.jsonPath("$.components.xmpp.details.tls")
			.value(String.class, (tls) -> assertThat(tls).startsWith("TLSv1."));
	}

	@Test
	void peerGetsVersion() {
		Iq reply = ask("get", "<query xmlns='jabber:iq:version'/>");

		assertThat(reply.type()).isEqualTo(IqType.RESULT);
		assertThat(reply.payload()).isEqualTo(Element.builder(SoftwareVersion.NAME)
			.textChild("name", "sample-app")
			.textChild("version", sample.application().getBean(BuildProperties.class).getVersion())
			.build());
	}

	@Test
	void peerOpensListsAndClosesTicket() {
		Element ticket = ask("set", "<open xmlns='urn:example:tickets'><subject>No light</subject></open>").payload();
		Element listed = ask("get", "<list xmlns='urn:example:tickets'/>").payload();
		Iq closed = ask("set", "<close xmlns='urn:example:tickets' id='" + ticket.attribute("id") + "'/>");
		Iq closedAgain = ask("set", "<close xmlns='urn:example:tickets' id='" + ticket.attribute("id") + "'/>");

		assertThat(ticket.is("urn:example:tickets", "ticket")).isTrue();
		assertThat(ticket.child("subject").text()).isEqualTo("No light");
		assertThat(listed).isEqualTo(Element.builder("urn:example:tickets", "tickets").child(ticket).build());
		assertThat(closed.type()).isEqualTo(IqType.RESULT);
		assertThat(conditionOf(closedAgain)).isEqualTo(StanzaErrorCondition.ITEM_NOT_FOUND);
	}

	@Test
	void ticketWithoutSubjectIsBadRequest() {
		assertThat(conditionOf(ask("set", "<open xmlns='urn:example:tickets'><subject/></open>")))
			.isEqualTo(StanzaErrorCondition.BAD_REQUEST);
	}

	@Test
	void unknownNamespaceIsServiceUnavailable() {
		assertThat(conditionOf(ask("get", "<list xmlns='urn:example:other'/>")))
			.isEqualTo(StanzaErrorCondition.SERVICE_UNAVAILABLE);
	}

	@Test
	void wrongTypeIsFeatureNotImplemented() {
		assertThat(conditionOf(ask("set", "<list xmlns='urn:example:tickets'/>")))
			.isEqualTo(StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED);
	}

	@Test
	void emptyGetIsBadRequest() {
		assertThat(conditionOf(ask("get", ""))).isEqualTo(StanzaErrorCondition.BAD_REQUEST);
	}

	@Test
	void versionOfPeerIsToldByHttp() {
		sample.http()
			.get()
			.uri("/peers/{jid}/version", sample.peer().jid())
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.name")
			.isEqualTo(sample.peer().name())
			.jsonPath("$.version")
			.isEqualTo("1.0");
	}

	@Test
	void absentPeerIsNotFound(TestServer server) {
		sample.http()
			.get()
			.uri("/peers/{jid}/version", "bob@" + server.domain() + "/absent")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.NOT_FOUND)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.condition")
			.isEqualTo("service-unavailable");
	}

	@Test
	void malformedJidIsBadRequest() {
		sample.http()
			.get()
			.uri("/peers/{jid}/version", "@nowhere")
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	private static Iq ask(String type, String payload) {
		String jid = String.valueOf(sample.application().getBean(XmppConnection.class).status().stream().jid());
		TestPeer.Reply reply = sample.peer().request(jid, type, payload);
		return Iq.from(Element.parse(reply.xml()));
	}

	private static StanzaErrorCondition conditionOf(Iq reply) {
		assertThat(reply.type()).isEqualTo(IqType.ERROR);
		assertThat(reply.error()).isNotNull();
		return reply.error().condition();
	}

}
