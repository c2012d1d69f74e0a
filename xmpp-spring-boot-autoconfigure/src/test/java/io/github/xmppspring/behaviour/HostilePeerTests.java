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

package io.github.xmppspring.behaviour;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.xmppspring.handler.OrderedIqExchange;
import io.github.xmppspring.messaging.StanzaReception;
import io.github.xmppspring.stanza.Iq;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that peers who invent addresses, ids, namespaces and names can do so for ever.
 *
 * @author XMPP for Spring Boot contributors
 */
class HostilePeerTests {

	private static final int COUNT = 10_000;

	/** More than what is known, less than what is sent. */
	private static final int BOUND = 1000;

	/** In all that is invented. */
	private static final String MARK = "zqx";

	/** Requests in great number may be refused, which few are not. */
	private static final int FURTHER_OUTCOMES = 20;

	private static final Random random = new Random(42);

	private static ScriptedServer server;

	private static Application application;

	@BeforeAll
	static void start() throws Exception {
		server = ScriptedServer.forClient("me@x/r");
		application = Application.with(Desk.class)
			.properties("xmpp.disco.cache.max-size=100", "xmpp.disco.cache.max-peers=100",
					"xmpp.disco.cache.max-verified=100", "xmpp.iq.handler.max-pending=100",
					"xmpp.messaging.max-pending=100")
			.on(server);
		// one of each, so that what is made when it is needed is there
		flood(1);
	}

	@AfterAll
	static void stop() throws Exception {
		application.close();
		server.close();
	}

	@Test
	void makesNoTimeSeriesAndFillsNothing() {
		int series = series().size();
		long requests = received("iq");

		flood(COUNT);

		assertThat(received("iq")).isGreaterThanOrEqualTo(requests + 5L * COUNT);
		assertThat(series()).hasSizeLessThanOrEqualTo(series + FURTHER_OUTCOMES)
			.noneMatch((meter) -> meter.toString().contains(MARK));
		assertThat(application.bean(PrometheusMeterRegistry.class).scrape()).doesNotContain(MARK);
		assertThat(application.statistics().ignored().unmatched()).isGreaterThanOrEqualTo(COUNT);
		assertThat(application.statistics().ignored().spoofed()).isGreaterThanOrEqualTo(COUNT);
		assertThat(filled()).isEmpty();
	}

	@Test
	void sizesAreMeasuredWhereTheyAre() {
		Map<String, Integer> sizes = ReachableSizes.of(beans());

		assertThat(sizes).containsKeys("IqCorrelator.pending", "SenderOrderedExecutor.queues",
				"PendingRequests.requests", "PeerCapabilities.announced", "InfoCache.answers", "IqRoutes.routes",
				"StanzaQueue.stanzas", "WaitingRequests.waiting");
	}

	private static Collection<Object> beans() {
		Map<String, Object> beans = new HashMap<>(application.context().getBeansOfType(Object.class));
		beans.put("application", application);
		return beans.values();
	}

	private static Map<String, Integer> filled() {
		return ReachableSizes.of(beans())
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > BOUND && !entry.getKey().startsWith("Desk."))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static Set<Meter.Id> series() {
		return application.bean(MeterRegistry.class).getMeters().stream().map(Meter::getId).collect(Collectors.toSet());
	}

	private static long received(String kind) {
		return application.bean(MeterRegistry.class)
			.get("xmpp.frame.size")
			.tags("direction", "in", "kind", kind)
			.summary()
			.count();
	}

	private static void flood(int count) {
		String waiting = "waiting-" + count;
		application.exchange(Iq.get(Desk.element("echo")).to("bob@y/z").id(waiting));
		for (int i = 0; i < count; i++) {
			String stanzas = stanzas().replace("WAITING", waiting);
			server.send(stanzas);
			if (i % 100 == 99) {
				server.sync();
			}
		}
		server.send("<iq type='result' id='" + waiting + "' from='bob@y/z'/>");
		server.sync();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> application.bean(OrderedIqExchange.class).pending() == 0
					&& application.bean(StanzaReception.class).pending() == 0);
	}

	private static String stanzas() {
		return String.join("\n", "<iq type='get' id='ID' from='JID'><NAME xmlns='NS'/></iq>",
				"<iq type='set' id='ID' from='JID'><NAME xmlns='urn:example:desk'/></iq>",
				"<iq type='get' id='ID' from='JID'><echo xmlns='urn:example:desk'><NAME xmlns='NS'/></echo></iq>",
				"<iq type='get' id='ID' from='JID'><query xmlns='http://jabber.org/protocol/disco#info' node='NS'/></iq>",
				"<iq type='set' id='ID' from='JID'><query xmlns='jabber:iq:roster'><item jid='JID'/></query></iq>",
				"<iq type='result' id='ID' from='JID'><NAME xmlns='NS'/></iq>",
				"<iq type='error' id='WAITING' from='JID'><error type='cancel'><NAME xmlns='NS'/></error></iq>",
				"<iq type='NAME' id='ID' from='JID'/>", "<NAME xmlns='NS'/>",
				"<message from='JID' id='ID' type='NAME'><thread>ID</thread><NAME xmlns='NS'/></message>",
				"<message from='JID'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='NS'><item id='ID'/>"
						+ "</items></event></message>",
				"<presence from='JID' id='ID'><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='NS' "
						+ "ver='ID'/></presence>",
				"<presence from='JID' type='subscribe'/>")
			.lines()
			.map(HostilePeerTests::invent)
			.collect(Collectors.joining());
	}

	private static String invent(String stanzas) {
		return stanzas.replace("NAME", "n" + word())
			.replace("NS", "urn:invented:" + word())
			.replace("JID", word() + "@" + word() + "/" + word())
			.replace("id='ID'", "id='" + word() + "'")
			.replace("ID", word());
	}

	private static String word() {
		return MARK + Integer.toString(random.nextInt(Integer.MAX_VALUE), 36);
	}

}
