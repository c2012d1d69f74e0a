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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.handler.IqMapping;
import io.github.xmppspring.handler.IqResponder;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.messaging.MessageReceivedEvent;
import io.github.xmppspring.messaging.PresenceReceivedEvent;
import io.github.xmppspring.payload.DuplicatePayloadCodecException;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.payload.pubsub.PubSub;
import io.github.xmppspring.payload.pubsub.PubSubOwner;
import io.github.xmppspring.payload.record.XmppAttribute;
import io.github.xmppspring.payload.record.XmppElement;
import io.github.xmppspring.payload.record.XmppPayload;
import io.github.xmppspring.payload.record.XmppText;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.vcard4.VCard4;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.LocalizedText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Behaviours P1 to P10: payloads as objects.
 *
 * @author XMPP for Spring Boot contributors
 */
class PayloadTests {

	private static final String NAMESPACE = "urn:example:ticket";

	private static ScriptedServer server;

	private static Application application;

	private static PayloadCodecs payloads;

	@BeforeAll
	static void start() {
		server = ScriptedServer.forClient("me@x/r");
		application = Application.with(TicketCodec.class, BriefVersionCodec.class, Handlers.class, Listeners.class)
			.on(server);
		payloads = application.bean(PayloadCodecs.class);
	}

	@AfterAll
	static void stop() throws Exception {
		application.close();
		server.close();
	}

	@Test
	@DisplayName("P1 what the seed names is known from the start, by name and by type")
	void builtin() {
		assertThat(payloads.typeOf(new QName("http://jabber.org/protocol/pubsub", "pubsub"))).isEqualTo(PubSub.class);
		assertThat(payloads.typeOf(new QName("http://jabber.org/protocol/pubsub#owner", "pubsub")))
			.isEqualTo(PubSubOwner.class);
		assertThat(payloads.typeOf(new QName("jabber:iq:roster", "query"))).isEqualTo(Roster.class);
		assertThat(payloads.typeOf(new QName("urn:ietf:params:xml:ns:vcard-4.0", "vcard"))).isEqualTo(VCard4.class);
		assertThat(Iq.from(Element.parse("<iq xmlns='jabber:client' type='error' id='1'><error type='cancel'>"
				+ "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"))
			.error()).isNotNull()
			.satisfies((error) -> assertThat(error.condition()).isEqualTo(StanzaErrorCondition.GONE));
	}

	@Test
	@DisplayName("P1 a codec is registered by being a bean of this application, and of no other")
	void codecBean() throws Exception {
		assertThat(payloads.typeOf(new QName(NAMESPACE, "ticket"))).isEqualTo(Ticket.class);
		assertThat(payloads.nameOf(Ticket.class)).isEqualTo(new QName(NAMESPACE, "ticket"));
		try (ScriptedServer otherServer = ScriptedServer.forClient("me@x/r");
				Application other = Application.with().on(otherServer)) {
			assertThat(other.bean(PayloadCodecs.class).typeOf(new QName(NAMESPACE, "ticket"))).isNull();
		}
	}

	@Test
	@DisplayName("P1 two codecs for one payload are an error at start")
	void duplicateCodec() throws Exception {
		try (ScriptedServer unused = ScriptedServer.forClient("me@x/r")) {
			assertThatExceptionOfType(Exception.class)
				.isThrownBy(() -> Application.with(TicketCodec.class, SecondTicketCodec.class).on(unused))
				.withStackTraceContaining(DuplicatePayloadCodecException.class.getName());
		}
	}

	@Test
	@DisplayName("P1 an annotated record is found without being registered anywhere")
	void scannedRecord() {
		assertThat(payloads.typeOf(new QName(NAMESPACE, "parcel"))).isEqualTo(Parcel.class);
		assertThat(payloads.read(Element.of(NAMESPACE, "note"))).isEqualTo(new Note(""));
	}

	@Test
	@DisplayName("P2 a payload is read if it is there, and never created")
	void optional() {
		Iq ticket = Iq.get(Element.of(NAMESPACE, "ticket")).id("1").build();
		Iq other = Iq.get(Element.of("urn:a", "a")).id("1").build();
		Iq empty = ticket.result();
		Element before = other.toElement();

		assertThat(payloads.payload(ticket, Ticket.class)).isPresent();
		assertThat(payloads.payload(other, Ticket.class)).isEmpty();
		assertThat(payloads.payload(empty, Ticket.class)).isEmpty();
		assertThat(other.toElement()).isEqualTo(before);
		assertThat(empty.toElement().children()).isEmpty();
	}

	@Test
	@DisplayName("P3 repeated parts are a list, which any number of iterations may share")
	void lists() {
		Roster roster = payloads.read(Element
			.parse("<query xmlns='jabber:iq:roster'><item jid='c@x'/><item jid='a@x'/>" + "<item jid='b@x'/></query>"),
				Roster.class);
		List<String> pairs = new ArrayList<>();
		for (Roster.Item outer : roster.items()) {
			for (Roster.Item inner : roster.items()) {
				pairs.add(outer.jid().local() + inner.jid().local());
			}
		}

		assertThat(pairs).containsExactly("cc", "ca", "cb", "ac", "aa", "ab", "bc", "ba", "bb");
		assertThat(roster.items()).isUnmodifiable();
		assertThat(payloads.write(roster).children()).extracting((item) -> item.attribute("jid"))
			.containsExactly("c@x", "a@x", "b@x");
	}

	@Test
	@DisplayName("P4 repeated elements are lists, texts are found by language")
	void repeatedElements() {
		Element element = Element.parse("<parcel xmlns='" + NAMESPACE + "' id='1'><subject>S</subject><tag>a</tag>"
				+ "<tag>b</tag><title xml:lang='en'>Hello</title><title xml:lang='de'>Hallo</title></parcel>");

		Parcel parcel = payloads.read(element, Parcel.class);

		assertThat(parcel.tags()).containsExactly("a", "b");
		assertThat(parcel.title().text(Locale.GERMANY)).isEqualTo("Hallo");
		assertThat(parcel.title().text(Locale.ENGLISH)).isEqualTo("Hello");
		assertThat(payloads.write(parcel)).isEqualTo(element);
	}

	@Test
	@DisplayName("P5 a codec of higher precedence takes the place of a built-in one")
	void override() {
		CompletableFuture<SoftwareVersion> version = application.iq()
			.get(SoftwareVersion.request())
			.to("bob@y/z")
			.retrieveAsync(SoftwareVersion.class);
		Element request = server.next();
		server.send("<iq type='result' id='%s' from='bob@y/z'><query xmlns='jabber:iq:version'><name>N</name>"
			.formatted(request.attribute("id")) + "<version>1</version><os>Secret</os></query></iq>");

		assertThat(version).succeedsWithin(Duration.ofSeconds(5)).satisfies((read) -> {
			assertThat(read.name()).isEqualTo("N");
			assertThat(read.os()).isNull();
		});
	}

	@Test
	@DisplayName("P6 a payload of a single value is a record of one component")
	void singleValue() {
		Element reply = server
			.ask("<iq type='get' id='*' from='bob@y/z'><note xmlns='" + NAMESPACE + "'>buy milk</note></iq>");

		assertThat(reply.firstChild()).isEqualTo(Element.parse("<note xmlns='" + NAMESPACE + "'>BUY MILK</note>"));
	}

	@Test
	@DisplayName("P7 components of an annotated record are attributes, texts, flags, wrapped lists and nested records")
	void partsOfRecord() {
		Element element = Element.parse("<parcel xmlns='" + NAMESPACE + "' id='7'><subject>Broken</subject><urgent/>"
				+ "<tag>a</tag><watchers><watcher>bob@y</watcher><watcher>eve@y</watcher></watchers>"
				+ "<line><amount>2</amount></line></parcel>");

		Parcel parcel = payloads.read(element, Parcel.class);

		assertThat(parcel).isEqualTo(new Parcel("7", "Broken", true, List.of("a"),
				List.of(Jid.of("bob@y"), Jid.of("eve@y")), LocalizedText.NONE, List.of(new Line(2)), Extensions.NONE));
		assertThat(payloads.write(parcel)).isEqualTo(element);
	}

	@Test
	@DisplayName("P7 so are the parts that a codec by hand reads")
	void partsOfPayload() {
		Element element = Element.parse("<ticket xmlns='" + NAMESPACE + "'><subject>Broken</subject><urgent/>"
				+ "<tag>a</tag><watchers><watcher>bob@y</watcher><watcher>eve@y</watcher></watchers></ticket>");

		Ticket ticket = payloads.read(element, Ticket.class);

		assertThat(ticket)
			.isEqualTo(new Ticket("Broken", true, List.of("a"), List.of(Jid.of("bob@y"), Jid.of("eve@y"))));
		assertThat(payloads.write(ticket)).isEqualTo(element);
	}

	@Test
	@DisplayName("P8 what nobody knows survives in a typed payload, and is written back")
	void unknownChildren() {
		String item = "<item jid='a@x' more='1' x:even='2' xmlns:x='urn:x'><group>G</group><x:deep>text<y/></x:deep></item>";
		Element query = Element
			.parse("<query xmlns='jabber:iq:roster' seen='yes'>" + item + "<other xmlns='urn:o'/></query>");

		Element reply = server.ask("<iq type='set' id='*' from='bob@y/z'><transfer xmlns='" + NAMESPACE + "'>" + query
				+ "</transfer></iq>");

		assertThat(reply.firstChild()).isEqualTo(query);
		assertThat(payloads.write(payloads.read(query, Roster.class))).isEqualTo(query);
	}

	@Test
	@DisplayName("P8 also in an annotated record, if it has a place for it")
	void unknownChildrenOfRecord() {
		Element parcel = Element.parse("<parcel xmlns='" + NAMESPACE + "' id='1' more='2'><subject>S</subject>"
				+ "<x xmlns='urn:x'>deep<y/></x></parcel>");

		assertThat(payloads.write(payloads.read(parcel, Parcel.class))).isEqualTo(parcel);
	}

	@Test
	@Timeout(60)
	@DisplayName("P9 finding the handler of a request takes no longer among many")
	void manyHandlers() throws Exception {
		try (ScriptedServer otherServer = ScriptedServer.forClient("me@x/r");
				Application many = Application.with(ManyNames.class).on(otherServer)) {
			IqDispatcher dispatcher = many.bean(IqDispatcher.class);
			Iq last = Iq.get(Element.of(ManyNames.NAMESPACE, "n" + (ManyNames.COUNT - 1)))
				.from("bob@y")
				.id("1")
				.build();

			// a search through all of them would take minutes
			for (int i = 0; i < 200_000; i++) {
				assertThat(dispatcher.exchange(last).toCompletableFuture().join().type()).isEqualTo(IqType.RESULT);
			}
		}
	}

	@Test
	@Timeout(60)
	@DisplayName("P9 finding the request of a response takes no longer among many")
	void manyRequests() {
		int count = 50_000;
		List<CompletableFuture<Iq>> responses = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			responses.add(application.exchange(Iq.get(Element.of(NAMESPACE, "ticket")).to("bob@y/z").id("p9-" + i)));
		}
		StringBuilder answers = new StringBuilder();
		for (int i = count - 1; i >= 0; i--) {
			answers.append("<iq type='result' id='p9-").append(i).append("' from='bob@y/z'/>");
		}

		server.send(answers.toString());

		assertThat(CompletableFuture.allOf(responses.toArray(CompletableFuture[]::new)))
			.succeedsWithin(Duration.ofSeconds(30));
		assertThat(responses.get(7).join().id()).isEqualTo("p9-7");
		server.sync();
	}

	@Test
	@DisplayName("P10 exactly one handler takes a request")
	void oneHandler() {
		Handlers handlers = application.bean(Handlers.class);

		Element reply = server.ask("<iq type='get' id='*' from='bob@y/z'><ticket xmlns='" + NAMESPACE + "'/></iq>");

		assertThat(reply.attribute("type")).isEqualTo("result");
		assertThat(handlers.called).containsExactly("named");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<message from='bob@y/z'><body>Hello</body></message>", "<presence from='bob@y/z'/>" })
	@DisplayName("P10 all listeners get a message or presence")
	void allListeners(String stanza) {
		Listeners listeners = application.bean(Listeners.class);
		listeners.told.clear();

		server.send(stanza);

		await().atMost(Duration.ofSeconds(5)).until(() -> listeners.told.size() == 2);
		assertThat(listeners.told).containsExactlyInAnyOrder("first bob@y/z", "second bob@y/z");
	}

	@XmppPayload(namespace = NAMESPACE)
	record Note(@XmppText String text) {

	}

	@XmppPayload(namespace = NAMESPACE)
	record Parcel(@XmppAttribute String id, String subject, boolean urgent, @XmppElement("tag") List<String> tags,
			@XmppElement(name = "watcher", wrapper = "watchers") List<Jid> watchers, LocalizedText title,
			@XmppElement("line") List<Line> lines, Extensions extensions) {

	}

	record Line(int amount) {

	}

	record Ticket(String subject, boolean urgent, List<String> tags, List<Jid> watchers) {

	}

	static class TicketCodec implements PayloadCodec<Ticket> {

		@Override
		public QName name() {
			return new QName(NAMESPACE, "ticket");
		}

		@Override
		public Class<Ticket> type() {
			return Ticket.class;
		}

		@Override
		public Ticket read(Element element) {
			PayloadElement ticket = PayloadElement.of(element);
			List<Jid> watchers = Stream.ofNullable(ticket.child("watchers"))
				.flatMap((list) -> list.children("watcher").stream())
				.map((watcher) -> watcher.text(Jid::of))
				.toList();
			return new Ticket(ticket.textChild("subject"), ticket.flag("urgent"),
					ticket.children("tag").stream().map(PayloadElement::text).toList(), watchers);
		}

		@Override
		public Element write(Ticket ticket) {
			Element.Builder watchers = Element.builder(NAMESPACE, "watchers");
			ticket.watchers().forEach((watcher) -> watchers.textChild("watcher", watcher.toString()));
			Element.Builder element = Element.builder(name()).textChild("subject", ticket.subject());
			element.child(ticket.urgent() ? Element.of(NAMESPACE, "urgent") : null);
			ticket.tags().forEach((tag) -> element.textChild("tag", tag));
			return element.child(ticket.watchers().isEmpty() ? null : watchers.build()).build();
		}

	}

	static final class SecondTicketCodec extends TicketCodec {

	}

	@Order(0)
	static final class BriefVersionCodec implements PayloadCodec<SoftwareVersion> {

		@Override
		public QName name() {
			return SoftwareVersion.CODEC.name();
		}

		@Override
		public Class<SoftwareVersion> type() {
			return SoftwareVersion.class;
		}

		@Override
		public SoftwareVersion read(Element element) {
			SoftwareVersion version = SoftwareVersion.CODEC.read(element);
			return new SoftwareVersion(version.name(), version.version(), null);
		}

		@Override
		public Element write(SoftwareVersion value) {
			return SoftwareVersion.CODEC.write(value);
		}

	}

	static class Handlers {

		private final List<String> called = new CopyOnWriteArrayList<>();

		private final PayloadCodecs codecs;

		Handlers(PayloadCodecs codecs) {
			this.codecs = codecs;
		}

		@IqHandler(namespace = NAMESPACE, name = "ticket")
		void named() {
			this.called.add("named");
		}

		@IqHandler(type = IqType.GET)
		Note note(Note note) {
			return new Note(note.text().toUpperCase(Locale.ROOT));
		}

		@IqHandler(NAMESPACE)
		void any() {
			this.called.add("any");
		}

		@IqHandler(namespace = NAMESPACE, name = "transfer")
		Roster transfer(Element payload) {
			return this.codecs.read(payload.firstChild(), Roster.class);
		}

	}

	static class Listeners {

		private final List<String> told = new CopyOnWriteArrayList<>();

		@EventListener
		void first(MessageReceivedEvent event) {
			this.told.add("first " + event.getMessage().from());
		}

		@EventListener
		void second(MessageReceivedEvent event) {
			this.told.add("second " + event.getMessage().from());
		}

		@EventListener
		void first(PresenceReceivedEvent event) {
			this.told.add("first " + event.getPresence().from());
		}

		@EventListener
		void second(PresenceReceivedEvent event) {
			this.told.add("second " + event.getPresence().from());
		}

	}

	static class ManyNames implements IqResponder {

		private static final String NAMESPACE = "urn:example:many";

		private static final int COUNT = 100_000;

		@Override
		public Set<IqMapping> mappings() {
			Set<IqMapping> mappings = new LinkedHashSet<>();
			for (int i = 0; i < COUNT; i++) {
				mappings.add(IqMapping.get(new QName(NAMESPACE, "n" + i)));
			}
			return Collections.unmodifiableSet(mappings);
		}

		@Override
		public CompletionStage<Iq> exchange(Iq request) {
			return CompletableFuture.completedStage(request.result());
		}

	}

}
