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

package io.github.xmppspring.vcard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.pubsub.NodeConfiguration.AccessModel;
import io.github.xmppspring.payload.pubsub.PubSub;
import io.github.xmppspring.payload.vcard4.VCard4;
import io.github.xmppspring.payload.vcard4.VCardProperty;
import io.github.xmppspring.payload.vcardtemp.Picture;
import io.github.xmppspring.payload.vcardtemp.TempProperty;
import io.github.xmppspring.payload.vcardtemp.VCardTemp;
import io.github.xmppspring.payload.vcardtemp.VCardUpdate;
import io.github.xmppspring.pubsub.PubSubTemplate;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.template.IqTemplateSettings;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link VCardTemplate}.
 *
 * @author XMPP for Spring Boot contributors
 */
@Timeout(30)
class VCardTemplateTests {

	private static final Jid JULIET = Jid.of("juliet@example.com");

	private static final String TEMP = "<vCard xmlns='vcard-temp'><FN>Juliet</FN></vCard>";

	private static final String VCARD4 = "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'>"
			+ "<fn><text>Juliet</text></fn></vcard>";

	private static final String PHOTO = "<PHOTO><TYPE>image/png</TYPE><BINVAL>AQID</BINVAL></PHOTO>";

	private static final String PHOTO_HASH = "7037807198c22a7d2b0807371d763779a84fdfcf";

	private static final VCardTemp TEMP_CARD = VCardTemp.builder().text(TempProperty.FN, "Juliet").build();

	private static final VCard4 VCARD4_CARD = VCard4.builder().text(VCardProperty.FN, "Juliet").build();

	private final List<Iq> sent = new ArrayList<>();

	private Function<Iq, Iq> server = Iq::result;

	private CompletableFuture<Iq> pending = new CompletableFuture<>();

	private final VCardTemplate vcards = template(this::answer);

	private static VCardTemplate template(Function<Iq, CompletionStage<Iq>> exchange) {
		PayloadCodecs payloads = new PayloadCodecs(List.of(VCardTemp.CODEC, VCard4.CODEC, PubSub.CODEC), List.of());
		IqTemplate iq = new IqTemplate(exchange::apply, payloads,
				IqTemplateSettings.DEFAULT.withExecutor(Runnable::run));
		return new VCardTemplate(iq, new PubSubTemplate(iq, payloads, () -> null));
	}

	private CompletionStage<Iq> answer(Iq request) {
		this.sent.add(request);
		return CompletableFuture.completedFuture(this.server.apply(request));
	}

	private void answers(String... payloads) {
		List<String> left = new ArrayList<>(List.of(payloads));
		this.server = (request) -> (request.type() == IqType.GET) ? request.result(Element.parse(left.remove(0)))
				: request.result();
	}

	private void refuses(StanzaErrorCondition condition) {
		this.server = (request) -> request.error(StanzaError.of(condition));
	}

	static Stream<Query> queries() {
		return Stream.of(
				new Query("own vcard-temp", null, "<vCard xmlns='vcard-temp'/>", TEMP, TEMP_CARD,
						VCardOperations::vcardTemp, VCardOperations::vcardTempAsync),
				new Query("vcard-temp of somebody", JULIET, "<vCard xmlns='vcard-temp'/>", TEMP, TEMP_CARD,
						(vcards) -> vcards.vcardTemp(JULIET), (vcards) -> vcards.vcardTempAsync(JULIET)),
				new Query("own vCard4", null, "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'/>", VCARD4, VCARD4_CARD,
						VCardOperations::vcard4, VCardOperations::vcard4Async),
				new Query("vCard4 of somebody", JULIET, "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'/>", VCARD4,
						VCARD4_CARD, (vcards) -> vcards.vcard4(JULIET), (vcards) -> vcards.vcard4Async(JULIET)),
				new Query("own published vCard4", null, items(""), items("<item id='x'>" + VCARD4 + "</item>"),
						VCARD4_CARD, VCardOperations::publishedVcard4, VCardOperations::publishedVcard4Async),
				new Query("published vCard4 of somebody", JULIET, items(""),
						items("<item id='x'>" + VCARD4 + "</item>"), VCARD4_CARD,
						(vcards) -> vcards.publishedVcard4(JULIET), (vcards) -> vcards.publishedVcard4Async(JULIET)));
	}

	private static String items(String items) {
		return "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items max_items='1' node='urn:xmpp:vcard4'>" + items
				+ "</items></pubsub>";
	}

	@ParameterizedTest
	@MethodSource("queries")
	void getsCard(Query query) {
		answers(query.answer(), query.answer());

		Optional<?> waited = query.waiting().apply(this.vcards);
		Optional<?> later = query.later().apply(this.vcards).join();

		Iq.Builder expected = Iq.get(Element.parse(query.request()));
		Iq request = ((query.to() != null) ? expected.to(query.to()) : expected).build();
		assertThat(waited).isEqualTo(Optional.of(query.card()));
		assertThat(later).isEqualTo(waited);
		assertThat(this.sent).containsExactly(request, request);
	}

	@ParameterizedTest
	@MethodSource("queries")
	void absentCardIsEmpty(Query query) {
		refuses(StanzaErrorCondition.ITEM_NOT_FOUND);
		assertThat(query.waiting().apply(this.vcards).isEmpty()).isTrue();
		assertThat(query.later().apply(this.vcards).join().isEmpty()).isTrue();

		answers(query.request(), query.request());
		assertThat(query.waiting().apply(this.vcards).isEmpty()).isTrue();
		assertThat(query.later().apply(this.vcards).join().isEmpty()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("queries")
	void otherErrorIsFailure(Query query) {
		refuses(StanzaErrorCondition.SERVICE_UNAVAILABLE);

		assertThatExceptionOfType(IqErrorException.class).isThrownBy(() -> query.waiting().apply(this.vcards))
			.extracting(IqErrorException::condition)
			.isEqualTo(StanzaErrorCondition.SERVICE_UNAVAILABLE);
		assertThat(failure(query.later().apply(this.vcards))).isInstanceOf(IqErrorException.class);
	}

	@ParameterizedTest
	@MethodSource("queries")
	void cancellingGivesRequestUp(Query query) {
		CompletableFuture<?> card = query.later().apply(template((request) -> this.pending));

		card.cancel(false);

		assertThat(this.pending).isCancelled();
	}

	@Test
	void setsOwnCards() {
		this.vcards.setVcardTemp(TEMP_CARD);
		this.vcards.setVcardTempAsync(TEMP_CARD).join();
		this.vcards.setVcard4(VCARD4_CARD);
		this.vcards.setVcard4Async(VCARD4_CARD).join();

		Iq temp = Iq.set(Element.parse(TEMP)).build();
		Iq vcard4 = Iq.set(Element.parse(VCARD4)).build();
		assertThat(this.sent).containsExactly(temp, temp, vcard4, vcard4);
	}

	@Test
	void publishesOwnCard() {
		this.vcards.publishVcard4(VCARD4_CARD);
		this.vcards.publishVcard4Async(VCARD4_CARD).join();

		assertThat(this.sent).containsExactly(publish(""), publish(""));
	}

	@Test
	void publishesOwnCardForEverybody() {
		this.vcards.publishVcard4(VCARD4_CARD, AccessModel.OPEN);
		this.vcards.publishVcard4Async(VCARD4_CARD, AccessModel.OPEN).join();

		Iq publish = publish(
				"<publish-options><x xmlns='jabber:x:data' type='submit'>" + "<field var='FORM_TYPE' type='hidden'>"
						+ "<value>http://jabber.org/protocol/pubsub#publish-options</value></field>"
						+ "<field var='pubsub#access_model'><value>open</value></field></x></publish-options>");
		assertThat(this.sent).containsExactly(publish, publish);
	}

	private static Iq publish(String options) {
		return Iq.set(Element.parse("<pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='urn:xmpp:vcard4'>"
				+ "<item id='current'>" + VCARD4 + "</item></publish>" + options + "</pubsub>"))
			.build();
	}

	@Test
	void setsPhotoAndNothingElse() {
		String before = "<vCard xmlns='vcard-temp'><FN>Juliet</FN><PHOTO><EXTVAL>x</EXTVAL></PHOTO><URL>y</URL></vCard>";
		answers(before, before);
		Picture photo = Picture.photo("image/png", new byte[] { 1, 2, 3 });

		VCardUpdate update = this.vcards.setPhoto(photo);
		VCardUpdate later = this.vcards.setPhotoAsync(photo).join();

		assertThat(update.photo()).isEqualTo(PHOTO_HASH);
		assertThat(later).isEqualTo(update);
		Iq get = Iq.get(Element.parse("<vCard xmlns='vcard-temp'/>")).build();
		Iq set = Iq.set(Element.parse("<vCard xmlns='vcard-temp'><FN>Juliet</FN>" + PHOTO + "<URL>y</URL></vCard>"))
			.build();
		assertThat(this.sent).containsExactly(get, set, get, set);
	}

	@Test
	void firstPhotoMakesCard() {
		this.server = (request) -> (request.type() == IqType.GET)
				? request.error(StanzaError.of(StanzaErrorCondition.ITEM_NOT_FOUND)) : request.result();

		this.vcards.setPhoto(Picture.photo("image/png", new byte[] { 1, 2, 3 }));

		assertThat(this.sent.get(1).payload())
			.isEqualTo(Element.parse("<vCard xmlns='vcard-temp'>" + PHOTO + "</vCard>"));
	}

	@Test
	void removesPhoto() {
		answers("<vCard xmlns='vcard-temp'><FN>Juliet</FN>" + PHOTO + "</vCard>");

		VCardUpdate update = this.vcards.setPhoto(null);

		assertThat(update).isEqualTo(VCardUpdate.noPhoto());
		assertThat(this.sent.get(1).payload()).isEqualTo(Element.parse(TEMP));
	}

	@Test
	void logoIsNoPhoto() {
		answers(TEMP, TEMP);
		Picture logo = Picture.logo("image/png", new byte[1]);

		assertThatIllegalArgumentException().isThrownBy(() -> this.vcards.setPhoto(logo));
		assertThat(failure(this.vcards.setPhotoAsync(logo))).isInstanceOf(IllegalArgumentException.class);
		assertThat(this.sent).hasSize(2);
	}

	@Test
	void photoIsNotSetWhenCardCannotBeGot() {
		refuses(StanzaErrorCondition.FORBIDDEN);
		Picture photo = Picture.photo("image/png", new byte[1]);

		assertThatExceptionOfType(IqErrorException.class).isThrownBy(() -> this.vcards.setPhoto(photo));
		assertThat(failure(this.vcards.setPhotoAsync(photo))).isInstanceOf(IqErrorException.class);
		assertThat(this.sent).extracting(Iq::type).containsOnly(IqType.GET);
	}

	@Test
	void cancellingSetPhotoGivesSecondRequestUp() {
		VCardTemplate slow = template((request) -> (request.type() == IqType.GET)
				? CompletableFuture.completedFuture(request.result(Element.parse(TEMP))) : this.pending);
		CompletableFuture<VCardUpdate> update = slow.setPhotoAsync(Picture.photo("image/png", new byte[1]));

		assertThat(update).isNotDone();
		update.cancel(false);

		assertThat(this.pending).isCancelled();
	}

	@Test
	void malformedCardIsFailure() {
		String card = "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><group/></vcard>";
		answers(card, card, items("<item>" + card + "</item>"));

		assertThatExceptionOfType(PayloadException.class).isThrownBy(this.vcards::vcard4)
			.withMessageContaining("'name'");
		assertThat(failure(this.vcards.vcard4Async())).isInstanceOf(PayloadException.class);
		assertThat(failure(this.vcards.publishedVcard4Async())).isInstanceOf(PayloadException.class);
	}

	private static Throwable failure(CompletableFuture<?> future) {
		return future.handle((value, failure) -> failure).join();
	}

	/**
	 * A way to get a card.
	 */
	record Query(String name, Jid to, String request, String answer, Object card,
			Function<VCardOperations, Optional<?>> waiting,
			Function<VCardOperations, CompletableFuture<? extends Optional<?>>> later) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
