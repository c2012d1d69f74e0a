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

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.NodeConfiguration.AccessModel;
import io.github.xmppspring.payload.vcard4.VCard4;
import io.github.xmppspring.payload.vcardtemp.Picture;
import io.github.xmppspring.payload.vcardtemp.TempProperty;
import io.github.xmppspring.payload.vcardtemp.VCardTemp;
import io.github.xmppspring.payload.vcardtemp.VCardUpdate;
import io.github.xmppspring.pubsub.PubSubItem;
import io.github.xmppspring.pubsub.PubSubNode;
import io.github.xmppspring.pubsub.PubSubOperations;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.template.IqOperations.RequestSpec;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The implementation of {@link VCardOperations} over {@link IqOperations} and
 * {@link PubSubOperations}.
 * <p>
 * Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class VCardTemplate implements VCardOperations {

	private static final Answers<VCardTemp> TEMP = new Answers<>(VCardTemp::isEmpty);

	private static final Answers<VCard4> VCARD4 = new Answers<>(VCard4::isEmpty);

	private static final String ITEM_ID = "current";

	private final IqOperations iq;

	private final PubSubOperations pubsub;

	/**
	 * Creates a template.
	 * @param iq sends the requests
	 * @param pubsub reads and publishes what stands on nodes
	 */
	public VCardTemplate(IqOperations iq, PubSubOperations pubsub) {
		Assert.notNull(iq, "'iq' must not be null");
		Assert.notNull(pubsub, "'pubsub' must not be null");
		this.iq = iq;
		this.pubsub = pubsub;
	}

	@Override
	public Optional<VCardTemp> vcardTemp() {
		return TEMP.get(() -> this.iq.get(VCardTemp.request()).retrieve(VCardTemp.class));
	}

	@Override
	public CompletableFuture<Optional<VCardTemp>> vcardTempAsync() {
		return TEMP.of(this.iq.get(VCardTemp.request()).retrieveAsync(VCardTemp.class));
	}

	@Override
	public Optional<VCardTemp> vcardTemp(Jid owner) {
		return TEMP.get(() -> of(owner, VCardTemp.request()).retrieve(VCardTemp.class));
	}

	@Override
	public CompletableFuture<Optional<VCardTemp>> vcardTempAsync(Jid owner) {
		return TEMP.of(of(owner, VCardTemp.request()).retrieveAsync(VCardTemp.class));
	}

	@Override
	public void setVcardTemp(VCardTemp card) {
		this.iq.set(card).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> setVcardTempAsync(VCardTemp card) {
		return this.iq.set(card).executeAsync();
	}

	@Override
	public VCardUpdate setPhoto(@Nullable Picture photo) {
		VCardTemp changed = withPhoto(vcardTemp(), photo);
		VCardUpdate update = VCardUpdate.of(changed);
		setVcardTemp(changed);
		return update;
	}

	@Override
	public CompletableFuture<VCardUpdate> setPhotoAsync(@Nullable Picture photo) {
		return Answers.then(vcardTempAsync(), (card) -> {
			VCardTemp changed = withPhoto(card, photo);
			VCardUpdate update = VCardUpdate.of(changed);
			return Answers.<@Nullable Void, VCardUpdate>then(setVcardTempAsync(changed),
					(done) -> CompletableFuture.completedFuture(update));
		});
	}

	private static VCardTemp withPhoto(Optional<VCardTemp> card, @Nullable Picture photo) {
		VCardTemp.Builder changed = card.orElseGet(VCardTemp::request).mutate();
		if (photo == null) {
			return changed.remove(TempProperty.PHOTO).build();
		}
		Assert.isTrue(photo.property().equals(TempProperty.PHOTO), "'photo' must not be a logo");
		return changed.set(photo).build();
	}

	@Override
	public Optional<VCard4> vcard4() {
		return VCARD4.get(() -> this.iq.get(VCard4.request()).retrieve(VCard4.class));
	}

	@Override
	public CompletableFuture<Optional<VCard4>> vcard4Async() {
		return VCARD4.of(this.iq.get(VCard4.request()).retrieveAsync(VCard4.class));
	}

	@Override
	public Optional<VCard4> vcard4(Jid owner) {
		return VCARD4.get(() -> of(owner, VCard4.request()).retrieve(VCard4.class));
	}

	@Override
	public CompletableFuture<Optional<VCard4>> vcard4Async(Jid owner) {
		return VCARD4.of(of(owner, VCard4.request()).retrieveAsync(VCard4.class));
	}

	@Override
	public void setVcard4(VCard4 card) {
		this.iq.set(card).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> setVcard4Async(VCard4 card) {
		return this.iq.set(card).executeAsync();
	}

	@Override
	public Optional<VCard4> publishedVcard4() {
		return VCARD4.get(() -> latest(ownNode().items(VCard4.class, 1)));
	}

	@Override
	public CompletableFuture<Optional<VCard4>> publishedVcard4Async() {
		return latestOf(ownNode());
	}

	@Override
	public Optional<VCard4> publishedVcard4(Jid owner) {
		return VCARD4.get(() -> latest(this.pubsub.pep(owner).node(VCard4.NODE).items(VCard4.class, 1)));
	}

	@Override
	public CompletableFuture<Optional<VCard4>> publishedVcard4Async(Jid owner) {
		return latestOf(this.pubsub.pep(owner).node(VCard4.NODE));
	}

	private static CompletableFuture<Optional<VCard4>> latestOf(PubSubNode node) {
		return VCARD4.of(Answers.then(node.itemsAsync(VCard4.class, 1),
				(items) -> CompletableFuture.completedFuture(latest(items))));
	}

	private static VCard4 latest(List<PubSubItem<VCard4>> items) {
		VCard4 card = items.isEmpty() ? null : items.get(0).payload();
		return (card != null) ? card : VCard4.request();
	}

	@Override
	public void publishVcard4(VCard4 card) {
		ownNode().publish(ITEM_ID, card);
	}

	@Override
	public CompletableFuture<@Nullable Void> publishVcard4Async(VCard4 card) {
		return done(ownNode().publishAsync(ITEM_ID, card));
	}

	@Override
	public void publishVcard4(VCard4 card, AccessModel access) {
		ownNode().publish(ITEM_ID, card, options(access));
	}

	@Override
	public CompletableFuture<@Nullable Void> publishVcard4Async(VCard4 card, AccessModel access) {
		return done(ownNode().publishAsync(ITEM_ID, card, options(access)));
	}

	private static NodeConfiguration options(AccessModel access) {
		return NodeConfiguration.builder().accessModel(access).build();
	}

	private static CompletableFuture<@Nullable Void> done(CompletableFuture<@Nullable String> published) {
		return Answers.<@Nullable String, @Nullable Void>then(published,
				(id) -> CompletableFuture.completedFuture(null));
	}

	private PubSubNode ownNode() {
		return this.pubsub.pep().node(VCard4.NODE);
	}

	private RequestSpec of(Jid owner, Object request) {
		return this.iq.get(request).to(owner);
	}

}
