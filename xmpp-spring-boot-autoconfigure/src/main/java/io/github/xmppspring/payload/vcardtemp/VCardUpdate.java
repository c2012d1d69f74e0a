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

package io.github.xmppspring.payload.vcardtemp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a presence tells about the photo in the vCard of its sender (XEP-0153).
 *
 * @param photo the SHA-1 hash of the photo in hexadecimal digits; empty if there is no
 * photo; {@code null} if the sender does not know yet
 * @param extensions what else stands in the element
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record VCardUpdate(@Nullable String photo, Extensions extensions) {

	/**
	 * The name of the payload.
	 */
	public static final QName NAME = new QName("vcard-temp:x:update", "x");

	/**
	 * Reads and writes what presences tell about photos.
	 */
	public static final PayloadCodec<VCardUpdate> CODEC = new Codec();

	/**
	 * The sender does not know yet whether there is a photo.
	 * @return an element without content
	 */
	public static VCardUpdate notReady() {
		return new VCardUpdate(null, Extensions.NONE);
	}

	/**
	 * There is no photo.
	 * @return an element with an empty photo
	 */
	public static VCardUpdate noPhoto() {
		return new VCardUpdate("", Extensions.NONE);
	}

	/**
	 * There is a photo.
	 * @param data the photo itself, empty for none
	 * @return an element with the hash of the photo
	 */
	public static VCardUpdate of(byte[] data) {
		return (data.length != 0) ? new VCardUpdate(sha1(data), Extensions.NONE) : noPhoto();
	}

	/**
	 * The photo of a card.
	 * @param card the card
	 * @return an element with the hash of the photo, if the card has one
	 * @throws io.github.xmppspring.payload.PayloadException if it is no Base64
	 */
	public static VCardUpdate of(VCardTemp card) {
		Picture photo = card.photo();
		return (photo != null) ? of(photo.data()) : noPhoto();
	}

	private static String sha1(byte[] data) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(data));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class Codec implements PayloadCodec<VCardUpdate> {

		@Override
		public QName name() {
			return NAME;
		}

		@Override
		public Class<VCardUpdate> type() {
			return VCardUpdate.class;
		}

		@Override
		public VCardUpdate read(Element element) {
			PayloadElement update = PayloadElement.of(element);
			String photo = update.textChild("photo");
			return new VCardUpdate((photo != null) ? photo.trim() : null, update.extensions());
		}

		@Override
		public Element write(VCardUpdate value) {
			Element.Builder update = Element.builder(NAME).textChild("photo", value.photo());
			value.extensions().writeTo(update);
			return update.build();
		}

	}

}
