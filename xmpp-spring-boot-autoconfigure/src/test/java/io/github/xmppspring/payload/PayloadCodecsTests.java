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

package io.github.xmppspring.payload;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import javax.xml.namespace.QName;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PayloadCodecs}.
 *
 * @author XMPP for Spring Boot contributors
 */
class PayloadCodecsTests {

	private static final QName TIME = new QName("urn:xmpp:time", "time");

	@Test
	void readsAndWritesByTheCodecOfTheType() {
		PayloadCodecs codecs = codecs(new TimeCodec());

		assertThat(codecs.write(new Time("12:00"))).isEqualTo(element("12:00"));
		assertThat(codecs.read(element("12:00"), Time.class)).isEqualTo(new Time("12:00"));
	}

	@Test
	void elementStandsForItself() {
		PayloadCodecs codecs = codecs();
		Element element = Element.of("urn:x", "x");

		assertThat(codecs.write(element)).isSameAs(element);
		assertThat(codecs.read(element, Element.class)).isSameAs(element);
		assertThat(codecs.supports(Element.class)).isTrue();
		assertThat(codecs.nameOf(Element.class)).isNull();
	}

	@Test
	void payloadOfAnotherNameIsNotRead() {
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> codecs(new TimeCodec()).read(Element.of("urn:other", "time"), Time.class))
			.withMessageContaining("{urn:other}time")
			.withMessageContaining("{urn:xmpp:time}time");
	}

	@Test
	void typeWithoutCodecIsRefusedWithAdvice() {
		PayloadCodecs codecs = codecs();

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> codecs.write(new Time("")))
			.withMessageContaining(Time.class.getName())
			.withMessageContaining("@JsonRootName(value, namespace)")
			.withMessageContaining("jackson-dataformat-xml")
			.withMessageContaining("PayloadCodec bean");
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> codecs.read(element(""), Time.class));
		assertThat(codecs.supports(Time.class)).isFalse();
		assertThat(codecs.nameOf(Time.class)).isNull();
	}

	@Test
	void anyExceptionOfACodecBecomesAPayloadExceptionWithoutContent() {
		PayloadCodecs codecs = codecs(new TimeCodec((text) -> {
			throw new NumberFormatException("secret");
		}));

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> codecs.read(element("secret"), Time.class))
			.withCauseInstanceOf(NumberFormatException.class)
			.satisfies((ex) -> assertThat(ex.getMessage()).contains("{urn:xmpp:time}time").doesNotContain("secret"));
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> codecs.write(new Time("secret")))
			.withCauseInstanceOf(NumberFormatException.class);
	}

	@Test
	void codecMayChooseTheStanzaError() {
		PayloadCodecs codecs = codecs(new TimeCodec((text) -> {
			throw new StanzaErrorException(StanzaErrorCondition.NOT_ACCEPTABLE);
		}));

		assertThatExceptionOfType(StanzaErrorException.class).isThrownBy(() -> codecs.read(element(""), Time.class));
	}

	@Test
	void twoCodecsForATypeAreRefusedNamingBoth() {
		assertThatExceptionOfType(DuplicatePayloadCodecException.class)
			.isThrownBy(() -> codecs(new TimeCodec(), new OtherTimeCodec()))
			.withMessageContaining(TimeCodec.class.getName())
			.withMessageContaining(OtherTimeCodec.class.getName())
			.withMessageContaining(Time.class.getName());
	}

	@Test
	@DisplayName("P5 A codec of higher precedence takes over from another one")
	void ofTwoCodecsForATypeTheOneOfHigherPrecedenceWins() {
		PayloadCodecs codecs = codecs(new TimeCodec(), new PreferredTimeCodec());

		assertThat(codecs.write(new Time("1"))).isEqualTo(element("preferred"));
	}

	@Test
	void requestAndResultMayHaveOneNameIfOneOfThemHasTheHigherPrecedence() {
		PayloadCodecs codecs = codecs(new TimeRequestCodec(), new PreferredTimeCodec());

		assertThat(codecs.nameOf(Time.class)).isEqualTo(TIME);
		assertThat(codecs.nameOf(TimeRequest.class)).isEqualTo(TIME);
		assertThat(codecs.typeOf(TIME)).isEqualTo(Time.class);
	}

	@Test
	void twoDeclaredTypesOfOneNameAreRefusedNamingBoth() {
		assertThatExceptionOfType(DuplicatePayloadCodecException.class)
			.isThrownBy(() -> codecs(new TimeCodec(), new TimeRequestCodec()))
			.withMessageContaining(TIME.toString())
			.satisfies((ex) -> {
				assertThat(ex.getFirst()).contains(TimeCodec.class.getName(), Time.class.getName());
				assertThat(ex.getSecond()).contains(TimeRequestCodec.class.getName(), TimeRequest.class.getName());
			});
	}

	@Test
	void readsByNameWhatACodecIsDeclaredFor() {
		PayloadCodecs codecs = codecs(new TimeCodec());
		Element unknown = Element.of("urn:x", "x");

		assertThat(codecs.read(element("12:00"))).isEqualTo(new Time("12:00"));
		assertThat(codecs.read(unknown)).isSameAs(unknown);
		assertThat(codecs.typeOf(new QName("urn:x", "x"))).isNull();
	}

	@Test
	void knowsNamesOfDeclaredCodecsAndOfTypesThatWereUsed() {
		TimeCodec onDemand = new TimeCodec();
		PayloadCodecProvider provider = new PayloadCodecProvider() {

			@Override
			@SuppressWarnings("unchecked")
			public <T> @Nullable PayloadCodec<T> codecFor(Class<T> type) {
				return (type == Time.class) ? (PayloadCodec<T>) onDemand : null;
			}

		};
		PayloadCodecs codecs = new PayloadCodecs(List.of(new BoxCodec()), List.of(provider));

		assertThat(codecs.isKnown(new QName("urn:box", "box"))).isTrue();
		assertThat(codecs.isKnown(TIME)).isFalse();
		codecs.read(element("12:00"));
		assertThat(codecs.isKnown(TIME)).isFalse();
		codecs.write(new Time("12:00"));
		assertThat(codecs.isKnown(TIME)).isTrue();
	}

	@Test
	void readsByNameWhatAProviderLists() {
		PayloadCodecProvider builtin = PayloadCodecProvider.of(List.of(new TimeCodec(), new TimeRequestCodec()));

		assertThat(new PayloadCodecs(List.of(), List.of(builtin)).typeOf(TIME)).isEqualTo(Time.class);
		assertThat(new PayloadCodecs(List.of(new TimeRequestCodec()), List.of(builtin)).typeOf(TIME))
			.isEqualTo(TimeRequest.class);
	}

	@Test
	void listedCodecOfADeclaredTypeIsNotFoundByName() {
		PayloadCodecProvider builtin = PayloadCodecProvider.of(List.of(new TimeCodec()));
		PayloadCodecs codecs = new PayloadCodecs(List.of(new RenamedTimeCodec()), List.of(builtin));

		assertThat(codecs.typeOf(TIME)).isNull();
	}

	@Test
	void payloadOfAStanzaIsThereIfItHasTheNameOfTheType() {
		PayloadCodecs codecs = codecs(new TimeCodec());
		Iq request = Iq.get(element("12:00")).id("1").build();

		assertThat(codecs.payload(request, Time.class)).contains(new Time("12:00"));
		assertThat(codecs.payload(request, Element.class)).contains(element("12:00"));
		assertThat(codecs.payload(request.result(Element.of("urn:x", "x")), Time.class)).isEmpty();
		assertThat(codecs.payload(request.result(), Time.class)).isEmpty();
		assertThat(codecs.payload(request.result(), Element.class)).isEmpty();
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> codecs.payload(request, TimeRequest.class));
	}

	@Test
	void malformedPayloadOfAStanzaIsRefusedWithTheStanza() {
		PayloadCodecs codecs = codecs(new TimeCodec((text) -> {
			throw PayloadException.malformed(element(""), "must have text", null);
		}));
		Iq result = Iq.get(element("")).id("1").build().result(element(""));

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> codecs.payload(result, Time.class))
			.withMessage("<time xmlns='urn:xmpp:time'/> must have text")
			.satisfies((ex) -> {
				assertThat(ex.getIq()).isSameAs(result);
				assertThat(ex.getElement()).isEqualTo(TIME);
			});
	}

	@Test
	void requiredPayloadThatIsMissingIsRefusedWithTheStanza() {
		PayloadCodecs codecs = codecs(new TimeCodec());
		Iq result = Iq.get(element("")).id("1").build().result();

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> codecs.requiredPayload(result, Time.class))
			.satisfies((ex) -> assertThat(ex.getIq()).isSameAs(result));
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> codecs.requiredPayload(result.withPayload(Element.of("urn:x", "x")), Time.class))
			.satisfies((ex) -> assertThat(ex.getIq()).isNotNull());
	}

	@Test
	@DisplayName("R10 An application condition is an object of any known payload type")
	void applicationConditionsAreTyped() {
		PayloadCodecs codecs = codecs(new TimeCodec());
		StanzaError error = StanzaError.of(StanzaErrorCondition.NOT_ALLOWED)
			.withApplicationCondition(Element.of("urn:x", "x"));

		assertThat(codecs.applicationCondition(error, Time.class)).isEmpty();

		error = codecs.withApplicationCondition(error, new Time("12:00"));

		assertThat(codecs.applicationCondition(error, Time.class)).contains(new Time("12:00"));
		assertThat(codecs.applicationCondition(error, Element.class)).contains(Element.of("urn:x", "x"));
		assertThat(error.applicationConditions()).containsExactly(Element.of("urn:x", "x"), element("12:00"));
	}

	@Test
	void nestingCodecIsGivenTheKnownCodecs() {
		PayloadCodecs codecs = codecs(new TimeCodec(), new BoxCodec());
		Box box = new Box(new Time("12:00"));

		Element written = codecs.write(box);

		assertThat(written.firstChild()).isEqualTo(element("12:00"));
		assertThat(codecs.read(written)).isEqualTo(box);
		assertThat(new BoxCodec().read(written)).isEqualTo(new Box(element("12:00")));
	}

	@Test
	void declaredCodecComesBeforeProviders() {
		PayloadCodecs codecs = new PayloadCodecs(List.of(new PreferredTimeCodec()),
				List.of(PayloadCodecProvider.of(List.of(new TimeCodec()))));

		assertThat(codecs.write(new Time("1"))).isEqualTo(element("preferred"));
	}

	@Test
	void providersAreAskedInOrderAndOnceForEachType() {
		AtomicInteger asked = new AtomicInteger();
		PayloadCodecProvider first = new PayloadCodecProvider() {

			@Override
			public <T> @Nullable PayloadCodec<T> codecFor(Class<T> type) {
				asked.incrementAndGet();
				return null;
			}

		};
		PayloadCodecs codecs = new PayloadCodecs(List.of(),
				List.of(first, PayloadCodecProvider.of(List.of(new TimeCodec())),
						PayloadCodecProvider.of(List.of(new PreferredTimeCodec()))));

		codecs.write(new Time("1"));

		assertThat(codecs.write(new Time("1"))).isEqualTo(element("1"));
		assertThat(asked).hasValue(1);
	}

	@Test
	void findsFirstElementOfType() {
		PayloadCodecs codecs = new PayloadCodecs(List.of(new TimeCodec()), List.of());
		Element other = Element.of("urn:example:other", "other");
		Element time = codecs.write(new Time("now"));

		assertThat(codecs.first(List.of(other, time), Time.class)).contains(new Time("now"));
		assertThat(codecs.first(List.of(other, time), Element.class)).contains(other);
		assertThat(codecs.first(List.of(other), Time.class)).isEmpty();
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> codecs.first(List.of(), String.class));
	}

	@Test
	void subtypesAreWrittenByTheCodecOfTheirSupertype() {
		PayloadCodecs codecs = codecs(new TimeRequestCodec());

		assertThat(codecs.write(new TimeRequest() {
		})).isEqualTo(Element.builder(TIME).build());
	}

	private static PayloadCodecs codecs(PayloadCodec<?>... codecs) {
		return new PayloadCodecs(List.of(codecs), List.of());
	}

	private static Element element(String text) {
		return Element.builder(TIME).text(text).build();
	}

	record Time(String value) {
	}

	interface TimeRequest {

	}

	static class TimeCodec implements PayloadCodec<Time> {

		private final Function<String, String> conversion;

		TimeCodec() {
			this(Function.identity());
		}

		TimeCodec(Function<String, String> conversion) {
			this.conversion = conversion;
		}

		@Override
		public QName name() {
			return TIME;
		}

		@Override
		public Class<Time> type() {
			return Time.class;
		}

		@Override
		public Time read(Element element) {
			return new Time(this.conversion.apply(element.text()));
		}

		@Override
		public Element write(Time value) {
			return element(this.conversion.apply(value.value()));
		}

	}

	static final class OtherTimeCodec extends TimeCodec {

	}

	@Order(Ordered.HIGHEST_PRECEDENCE)
	static final class PreferredTimeCodec extends TimeCodec {

		PreferredTimeCodec() {
			super((value) -> "preferred");
		}

	}

	static final class RenamedTimeCodec extends TimeCodec {

		@Override
		public QName name() {
			return new QName("urn:other", "time");
		}

	}

	record Box(Object content) {

	}

	static final class BoxCodec implements NestingPayloadCodec<Box> {

		@Override
		public QName name() {
			return new QName("urn:box", "box");
		}

		@Override
		public Class<Box> type() {
			return Box.class;
		}

		@Override
		public Box read(Element element, PayloadCodecs payloads) {
			return new Box(payloads.read(element.children().get(0)));
		}

		@Override
		public Element write(Box value, PayloadCodecs payloads) {
			return Element.builder(name()).child(payloads.write(value.content())).build();
		}

	}

	static final class TimeRequestCodec implements PayloadCodec<TimeRequest> {

		@Override
		public QName name() {
			return TIME;
		}

		@Override
		public Class<TimeRequest> type() {
			return TimeRequest.class;
		}

		@Override
		public TimeRequest read(Element element) {
			return new TimeRequest() {
			};
		}

		@Override
		public Element write(TimeRequest value) {
			return Element.builder(TIME).build();
		}

	}

}
