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

package io.github.xmppspring.payload.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.payload.stanza.StanzaCodecs;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.annotation.Order;
import org.springframework.core.convert.support.DefaultConversionService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RecordPayloadCodec} and {@link RecordPayloadCodecProvider}.
 *
 * @author XMPP for Spring Boot contributors
 */
class RecordPayloadCodecTests {

	private final PayloadCodecs codecs = new PayloadCodecs(List.of(StanzaCodecs.IQ, Ping.CODEC, SoftwareVersion.CODEC,
			RecordPayloadCodec.of(Apple.class), RecordPayloadCodec.of(Pear.class)),
			List.of(new RecordPayloadCodecProvider()));

	@Test
	@DisplayName("P1 An annotated record is a payload")
	void annotatedRecordIsAPayload() {
		Time time = new Time(ZoneOffset.ofHours(-6), Instant.parse("2006-12-19T17:58:35Z"));

		assertThat(this.codecs.nameOf(Time.class)).isEqualTo(new QName("urn:xmpp:time", "time"));
		check(time, "<time xmlns='urn:xmpp:time'><tzo>-06:00</tzo><utc>2006-12-19T17:58:35Z</utc></time>");
	}

	@Test
	@DisplayName("P2 The payload of a stanza is read by its type, and never created")
	void payloadOfAStanza() {
		Iq request = Iq.get(Element.parse("<block xmlns='urn:xmpp:blocking'><item jid='a@x.test'/></block>")).build();

		assertThat(this.codecs.payload(request, Block.class))
			.contains(new Block(List.of(new BlockItem(Jid.of("a@x.test")))));
		assertThat(this.codecs.payload(request, Time.class)).isEmpty();
		assertThat(this.codecs.payload(request.result(), Block.class)).isEmpty();
	}

	@Test
	@DisplayName("P3 Children of one name are a list of records")
	void childrenOfOneNameAreAList() {
		check(new Block(List.of(new BlockItem(Jid.of("a@x.test")), new BlockItem(Jid.of("b@x.test")))),
				"<block xmlns='urn:xmpp:blocking'><item jid='a@x.test'/><item jid='b@x.test'/></block>");
		check(new Block(List.of()), "<block xmlns='urn:xmpp:blocking'/>");
	}

	@Test
	@DisplayName("P4 Repeated elements are lists, languages one text")
	void repeatedElementsAreLists() {
		Book book = new Book(LocalizedText.of("en", "Emma").with("", "?"), null, List.of("Jane", "A."), List.of(1, 2),
				null, List.of());

		Book read = check(book, """
				<book xmlns='urn:b'><title xml:lang='en'>Emma</title><title>?</title><author>Jane</author>\
				<author>A.</author><pages><page>1</page><page>2</page></pages></book>""");

		assertThat(read.title().text(Locale.ENGLISH)).isEqualTo("Emma");
	}

	@Test
	void emptyWrapperIsAnotherThingThanNoneIfThatMayBeNull() {
		check(new Book(LocalizedText.NONE, LocalizedText.of("x"), List.of(), List.of(), List.of(), List.of("y")),
				"<book xmlns='urn:b'><subtitle>x</subtitle><notes/><k:tags xmlns:k='urn:k'><k:tag>y</k:tag></k:tags>"
						+ "</book>");
	}

	@Test
	void wrapperOfNothingMayBeMissing() {
		check(new Settings(false, LocalizedText.NONE, List.of()), "<settings xmlns='urn:s'/>");
		check(new Settings(true, LocalizedText.of("x"), List.of(1)), """
				<settings xmlns='urn:s'><flags><quiet/></flags><titles><title>x</title></titles>\
				<levels><level>1</level></levels></settings>""");
	}

	@Test
	void timesHaveSecondsAndNumbersTheFormOfXml() {
		check(new Lexical(OffsetDateTime.parse("2026-01-01T10:00:00Z"), LocalDateTime.parse("2026-01-01T10:00:00"),
				LocalTime.of(10, 0), Duration.ofMillis(-90_500), Float.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY), """
						<lexical xmlns='urn:l'><moment>2026-01-01T10:00:00Z</moment><local>2026-01-01T10:00:00</local>\
						<time>10:00:00</time><offset>-PT1M30.5S</offset><high>INF</high><low>-INF</low></lexical>""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e999999999", "1E9" })
	void decimalHasNoExponent(String number) {
		assertMalformed("<score xmlns='urn:s'>" + number + "</score>", Score.class,
				"<score xmlns='urn:s'/> has a malformed text");
	}

	@Test
	void numberOfUnreasonableLengthIsRefused() {
		String digits = "1".repeat(1001);

		assertMalformed("<score xmlns='urn:s'>" + digits + "</score>", Score.class,
				"<score xmlns='urn:s'/> has a malformed text");
		assertMalformed("<big xmlns='urn:s'>" + digits + "</big>", Big.class,
				"<big xmlns='urn:s'/> has a malformed text");
	}

	@Test
	void whiteSpaceAroundChildrenIsNoValue() {
		Element element = Element.parse("<score xmlns='urn:s'>\n  <unknown xmlns='urn:u'/>\n</score>");

		assertThat(this.codecs.read(element, Score.class)).isEqualTo(new Score(null, null));
	}

	@Test
	@DisplayName("P6 A record of one text is a payload of one value")
	void recordOfOneTextIsAValue() {
		check(new Nickname("Ishmael "), "<nick xmlns='http://jabber.org/protocol/nick'>Ishmael </nick>");
		check(new Nickname(""), "<nick xmlns='http://jabber.org/protocol/nick'/>");
		check(new Score(new BigDecimal("1.50"), null), "<score xmlns='urn:s'>1.50</score>");
		check(new Score(null, null), "<score xmlns='urn:s'/>");
		assertMalformed("<amount xmlns='urn:s'> </amount>", Amount.class, "<amount xmlns='urn:s'/> must have text");
		assertMalformed("<amount xmlns='urn:s'>x</amount>", Amount.class,
				"<amount xmlns='urn:s'/> has a malformed text");
	}

	@Test
	@DisplayName("P7 Texts, flags and wrapper elements are components")
	void textsFlagsAndWrappers() {
		check(new Everything(true, false, true, 'x', Level.VERY_HIGH, Mood.FINE, 5, 6L, null, Duration.ofMinutes(3),
				URI.create("xmpp:a@x.test"), "deep", new CustomerId("7"), "de", new byte[0].length), """
						<everything xmlns='urn:e' public='true' c='x' level='very-high' xml:lang='de'>\
						<required/><mood>:-)</mood><count>5</count><big-number>6</big-number><timeout>PT3M</timeout>\
						<uri>xmpp:a@x.test</uri><outer><inner>deep</inner></outer><customer-id>7</customer-id>\
						<XYZ-size>0</XYZ-size></everything>""");
	}

	@Test
	@DisplayName("P8 What a record does not know survives with it")
	void unknownThingsSurvive() {
		String xml = """
				<open xmlns='urn:o' known='1' unknown='2' x:a='3' xmlns:x='urn:x'><item n='1'><more/></item><other/>\
				<y xmlns='urn:y'>text<z/></y></open>""";
		Open open = this.codecs.read(Element.parse(xml), Open.class);

		assertThat(open.extensions().attributes()).hasSize(2);
		assertThat(open.extensions().elements()).hasSize(2);
		assertThat(open.item().extensions().elements()).containsExactly(Element.of("urn:o", "more"));
		assertThat(this.codecs.write(open)).isEqualTo(Element.parse(xml));
	}

	@Test
	void unknownThingsAreIgnoredWithoutAComponentForThem() {
		Element element = Element
			.parse("<nick xmlns='http://jabber.org/protocol/nick' a='1'>x<y xmlns='urn:y'/></nick>");

		assertThat(this.codecs.read(element, Nickname.class)).isEqualTo(new Nickname("x"));
	}

	@Test
	void payloadsInsideAPayloadAreOfAnyKnownType() {
		check(new Basket("b", List.of(new Apple(1), new Pear("x"), new Ping(), Element.of("urn:other", "other"))), """
				<basket xmlns='urn:basket' owner='b'><apple xmlns='urn:fruit'><seeds>1</seeds></apple>\
				<pear xmlns='urn:fruit' kind='x'/><ping xmlns='urn:xmpp:ping'/><other xmlns='urn:other'/>\
				</basket>""");
	}

	@Test
	void payloadsInsideAPayloadAreChosenByTheirType() {
		Element element = Element.parse("""
				<bowl xmlns='urn:bowl'><ping xmlns='urn:xmpp:ping'/><pear xmlns='urn:fruit' kind='x'/>\
				<other/><apple xmlns='urn:fruit'><seeds>1</seeds></apple></bowl>""");

		Bowl bowl = this.codecs.read(element, Bowl.class);

		assertThat(bowl.fruits()).containsExactly(new Pear("x"), new Apple(1));
		assertThat(bowl.version()).isNull();
		assertThat(bowl.rest()).containsExactly(Element.of("urn:xmpp:ping", "ping"), Element.of("urn:bowl", "other"));
	}

	@Test
	@DisplayName("A10 An IQ stanza is a payload inside another one")
	void stanzaInsideAPayload() {
		Iq iq = Iq.get(Element.of("urn:xmpp:ping", "ping")).id("1").to("a@x.test").build();

		Forwarded read = check(new Forwarded(iq), """
				<forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='get' id='1' to='a@x.test'>\
				<ping xmlns='urn:xmpp:ping'/></iq></forwarded>""");

		assertThat(this.codecs.payload(read.stanza(), Ping.class)).contains(new Ping());
		assertMalformed("<forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' id='1'/></forwarded>",
				Forwarded.class, "<iq xmlns='jabber:client'/> breaks the rules of stanzas");
		assertMalformed("<forwarded xmlns='urn:xmpp:forward:0'/>", Forwarded.class,
				"<forwarded xmlns='urn:xmpp:forward:0'/> must have a payload of type " + Iq.class.getName());
	}

	@Test
	void recordMayHoldItself() {
		check(new Node("a", List.of(new Node("b", List.of()), new Node("c", List.of(new Node("d", List.of()))))),
				"<node xmlns='urn:n' name='a'><node name='b'/><node name='c'><node name='d'/></node></node>");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					<block xmlns='urn:xmpp:blocking'><item/></block> | <item xmlns='urn:xmpp:blocking'/> must have the attribute 'jid'
					<block xmlns='urn:xmpp:blocking'><item jid='@'/></block> | <item xmlns='urn:xmpp:blocking'/> has a malformed attribute 'jid'
					""")
	void malformedAttributeIsRefused(String xml, String message) {
		assertMalformed(xml, Block.class, message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					<time xmlns='urn:xmpp:time'><tzo>Z</tzo></time> | <time xmlns='urn:xmpp:time'/> must have the child <utc/>
					<time xmlns='urn:xmpp:time'><tzo>Z</tzo><utc>now</utc></time> | <utc xmlns='urn:xmpp:time'/> has a malformed text
					""")
	void malformedChildIsRefused(String xml, String message) {
		assertMalformed(xml, Time.class, message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yes", "TRUE" })
	void booleanHasTheFormsOfXml(String value) {
		assertMalformed("<switch xmlns='urn:s' on='" + value + "'/>", Switch.class,
				"<switch xmlns='urn:s'/> has a malformed attribute 'on'");
	}

	@Test
	void unknownConstantIsRefused() {
		assertMalformed("<levels xmlns='urn:l'><level>LOW</level></levels>", Levels.class,
				"<level xmlns='urn:l'/> has a malformed text");
	}

	@Test
	void whatTheConstructorRefusesIsMalformed() {
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> this.codecs.read(Element.parse("<range xmlns='urn:r' from='2' to='1'/>"), Range.class))
			.withMessage("<range xmlns='urn:r'/> is refused by " + Range.class.getName())
			.withCauseInstanceOf(IllegalArgumentException.class)
			.satisfies((ex) -> assertThat(ex.getElement()).isEqualTo(new QName("urn:r", "range")));
	}

	@Test
	void missingWrapperOfARequiredChildIsRefused() {
		assertMalformed("<wrapped xmlns='urn:w'/>", Wrapped.class,
				"<wrapped xmlns='urn:w'/> must have the child <outer/>");
		assertMalformed("<wrapped xmlns='urn:w'><outer/></wrapped>", Wrapped.class,
				"<outer xmlns='urn:w'/> must have the child <inner/>");
	}

	@Test
	void nullIsWrittenOnlyWhereItMayBe() {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> this.codecs.write(new Nickname(null)))
			.withMessageContaining("'name'")
			.withMessageContaining(Nickname.class.getName());
	}

	@Test
	void whatXmlCannotHoldIsNotWritten() {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> this.codecs.write(new Nickname("\u0000")))
			.withCauseInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void orderOfTheRecordIsThatOfItsCodec() {
		assertThat(RecordPayloadCodec.of(Preferred.class).getOrder()).isEqualTo(7);
	}

	@Test
	void conversionsAreThoseGiven() {
		DefaultConversionService conversions = new DefaultConversionService();
		conversions.addConverter(String.class, Temperature.class,
				(text) -> new Temperature(Double.parseDouble(text.substring(0, text.length() - 1))));
		conversions.addConverter(Temperature.class, String.class, (temperature) -> temperature.degrees + "C");
		PayloadCodec<Weather> codec = RecordPayloadCodec.of(Weather.class, conversions);

		Weather weather = codec.read(Element.parse("<weather xmlns='urn:w'><air>21.5C</air></weather>"));

		assertThat(weather.air().degrees).isEqualTo(21.5);
		assertThat(codec.write(weather)).isEqualTo(Element.parse("<weather xmlns='urn:w'><air>21.5C</air></weather>"));
	}

	private void assertMalformed(String xml, Class<?> type, String message) {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> this.codecs.read(Element.parse(xml), type))
			.withMessage(message);
	}

	@SuppressWarnings("unchecked")
	private <T> T check(T value, String xml) {
		Element element = Element.parse(xml);
		assertThat(this.codecs.write(value)).isEqualTo(element);
		T read = (T) this.codecs.read(element, value.getClass());
		assertThat(read).isEqualTo(value);
		return read;
	}

	@XmppPayload(namespace = "urn:xmpp:time")
	record Time(ZoneOffset tzo, Instant utc) {

	}

	@XmppPayload(namespace = "urn:xmpp:blocking")
	record Block(@XmppElement("item") List<BlockItem> items) {

	}

	record BlockItem(@XmppAttribute Jid jid) {

	}

	@XmppPayload(namespace = "urn:b")
	record Book(LocalizedText title, @Nullable LocalizedText subtitle, @XmppElement("author") List<String> authors,
			@XmppElement(name = "page", wrapper = "pages") List<Integer> pages,
			@XmppElement(name = "note", wrapper = "notes") @Nullable List<String> notes,
			@XmppElement(name = "tag", namespace = "urn:k", wrapper = "tags") List<String> tags) {

	}

	@XmppPayload(namespace = "http://jabber.org/protocol/nick", name = "nick")
	record Nickname(@XmppText String name) {

	}

	@XmppPayload(namespace = "urn:s")
	record Score(@XmppText @Nullable BigDecimal value, @XmppAttribute @Nullable Boolean best) {

	}

	@XmppPayload(namespace = "urn:s")
	record Settings(@XmppElement(wrapper = "flags") boolean quiet,
			@XmppElement(name = "title", wrapper = "titles") LocalizedText titles,
			@XmppElement(name = "level", wrapper = "levels") List<Integer> levels) {

	}

	@XmppPayload(namespace = "urn:l")
	record Lexical(OffsetDateTime moment, LocalDateTime local, LocalTime time, Duration offset, float high,
			double low) {

	}

	@XmppPayload(namespace = "urn:s")
	record Big(@XmppText BigInteger value) {

	}

	@XmppPayload(namespace = "urn:s")
	record Amount(@XmppText int value) {

	}

	@XmppPayload(namespace = "urn:e")
	record Everything(boolean required, boolean hidden, @XmppAttribute("public") boolean isPublic,
			@XmppAttribute Character c, @XmppAttribute Level level, Mood mood, int count, Long bigNumber,
			@Nullable Integer missing, Duration timeout, URI uri,
			@XmppElement(name = "inner", wrapper = "outer") String deep, CustomerId customerId,
			@XmppAttribute(name = "lang", namespace = XMLConstants.XML_NS_URI) String language,
			@XmppElement("XYZ-size") int size) {

	}

	enum Level {

		LOW, VERY_HIGH

	}

	enum Mood {

		FINE;

		@Override
		public String toString() {
			return ":-)";
		}

	}

	@XmppPayload(namespace = "urn:o")
	record Open(@XmppAttribute int known, OpenItem item, Extensions extensions) {

	}

	record OpenItem(@XmppAttribute int n, Extensions extensions) {

	}

	@XmppPayload(namespace = "urn:basket")
	record Basket(@XmppAttribute String owner, @XmppContent List<Object> content) {

	}

	@XmppPayload(namespace = "urn:bowl")
	record Bowl(@XmppContent List<Fruit> fruits, @XmppContent @Nullable SoftwareVersion version,
			@XmppContent List<Element> rest) {

	}

	sealed interface Fruit permits Apple, Pear {

	}

	@XmppPayload(namespace = "urn:fruit")
	record Apple(int seeds) implements Fruit {

	}

	@XmppPayload(namespace = "urn:fruit")
	record Pear(@XmppAttribute String kind) implements Fruit {

	}

	@XmppPayload(namespace = "urn:xmpp:forward:0")
	record Forwarded(@XmppContent Iq stanza) {

	}

	@XmppPayload(namespace = "urn:n")
	record Node(@XmppAttribute String name, @XmppElement List<Node> children) {

	}

	@XmppPayload(namespace = "urn:s")
	record Switch(@XmppAttribute boolean on) {

	}

	@XmppPayload(namespace = "urn:l")
	record Levels(Level level) {

	}

	@XmppPayload(namespace = "urn:r")
	record Range(@XmppAttribute int from, @XmppAttribute int to) {

		Range {
			if (from > to) {
				throw new IllegalArgumentException("secret");
			}
		}

	}

	@XmppPayload(namespace = "urn:w")
	record Wrapped(@XmppElement(name = "inner", wrapper = "outer") String text) {

	}

	@Order(7)
	@XmppPayload(namespace = "urn:p")
	record Preferred() {

	}

	@XmppPayload(namespace = "urn:w")
	record Weather(Temperature air) {

	}

	static final class Temperature {

		private final double degrees;

		Temperature(double degrees) {
			this.degrees = degrees;
		}

	}

}
