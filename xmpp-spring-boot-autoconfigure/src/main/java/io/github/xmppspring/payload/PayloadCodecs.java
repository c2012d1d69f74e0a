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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.xml.namespace.QName;

import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.util.Assert;

/**
 * The payloads that an application knows: reads and writes them by the codecs of their
 * types. An {@link Element} needs no codec, it stands for itself.
 * <p>
 * Codecs come before providers, and both in the order given. Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class PayloadCodecs {

	private final Map<Class<?>, PayloadCodec<?>> declared;

	private final List<PayloadCodecProvider> providers;

	private final Map<Class<?>, PayloadCodec<?>> provided = new ConcurrentHashMap<>();

	/**
	 * Puts codecs and providers together.
	 * @param codecs the codecs. Of several for one type the first wins, if it has the
	 * higher precedence by {@code @Order} on its class or by
	 * {@link org.springframework.core.Ordered}
	 * @param providers the providers, asked in this order for types that no codec is
	 * declared for
	 * @throws IllegalStateException if two codecs for one type have the same precedence
	 */
	public PayloadCodecs(List<? extends PayloadCodec<?>> codecs, List<? extends PayloadCodecProvider> providers) {
		this.declared = byType(codecs);
		this.providers = List.copyOf(providers);
	}

	private static Map<Class<?>, PayloadCodec<?>> byType(List<? extends PayloadCodec<?>> codecs) {
		List<PayloadCodec<?>> ordered = new ArrayList<>(codecs);
		AnnotationAwareOrderComparator.sort(ordered);
		Map<Class<?>, PayloadCodec<?>> byType = new LinkedHashMap<>();
		for (PayloadCodec<?> codec : ordered) {
			PayloadCodec<?> first = byType.putIfAbsent(codec.type(), codec);
			Assert.state(first == null || AnnotationAwareOrderComparator.INSTANCE.compare(first, codec) != 0,
					() -> "There are two codecs for payloads of type %s: %s and %s. Remove one, or annotate the class "
						.formatted(codec.type().getName(), describe(first), describe(codec))
							+ "of the one to use with @Order");
		}
		return byType;
	}

	private static String describe(@Nullable PayloadCodec<?> codec) {
		return (codec != null) ? codec.getClass().getName() : "none";
	}

	/**
	 * Writes a payload.
	 * @param payload an object with a codec, or an {@link Element}
	 * @return the payload as an element
	 * @throws PayloadException if there is no codec for its type, or it cannot be written
	 */
	public Element write(Object payload) {
		Assert.notNull(payload, "'payload' must not be null");
		if (payload instanceof Element element) {
			return element;
		}
		PayloadCodec<?> codec = writerOf(payload.getClass());
		if (codec == null) {
			throw noCodec(payload.getClass());
		}
		return write(payload, codec);
	}

	@SuppressWarnings("unchecked")
	private static <T> Element write(Object payload, PayloadCodec<T> codec) {
		try {
			return codec.write((T) payload);
		}
		catch (XmppException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new PayloadException(
					"The payload %s cannot be written from %s".formatted(codec.name(), codec.type().getName()), ex);
		}
	}

	/**
	 * Reads a payload.
	 * @param payload the payload as an element
	 * @param type the wanted type, {@link Element} for the payload as it is
	 * @param <T> the wanted type
	 * @return the payload
	 * @throws PayloadException if there is no codec for the type, the payload has another
	 * name than payloads of this type have, or it cannot be read
	 */
	public <T> T read(Element payload, Class<T> type) {
		if (type == Element.class) {
			return type.cast(payload);
		}
		PayloadCodec<T> codec = codecFor(type);
		if (!payload.is(codec.name())) {
			throw new PayloadException(
					"The payload is %s where %s was expected".formatted(payload.name(), codec.name()));
		}
		try {
			return codec.read(payload);
		}
		catch (XmppException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new PayloadException("The payload %s cannot be read as %s".formatted(codec.name(), type.getName()),
					ex);
		}
	}

	/**
	 * Whether payloads can be read as this type.
	 * @param type a class
	 * @return whether it has a codec or is {@link Element}
	 * @throws PayloadException if the type is meant to be a payload but is not declared
	 * as it should be
	 */
	public boolean supports(Class<?> type) {
		return type == Element.class || find(type) != null;
	}

	/**
	 * The name of payloads of this type.
	 * @param type a class
	 * @return the qualified name, or {@code null} if the type has no codec
	 * @throws PayloadException if the type is meant to be a payload but is not declared
	 * as it should be
	 */
	public @Nullable QName nameOf(Class<?> type) {
		PayloadCodec<?> codec = find(type);
		return (codec != null) ? codec.name() : null;
	}

	/**
	 * A codec for payloads of this name, among those that were declared and those that
	 * providers have been asked for up to now. There can be several, for example for a
	 * request and its result.
	 * @param name a qualified name
	 * @return the first codec of this name, or {@code null} if there is none
	 */
	public @Nullable PayloadCodec<?> byName(QName name) {
		for (PayloadCodec<?> codec : this.declared.values()) {
			if (codec.name().equals(name)) {
				return codec;
			}
		}
		for (PayloadCodec<?> codec : this.provided.values()) {
			if (codec.name().equals(name)) {
				return codec;
			}
		}
		return null;
	}

	/**
	 * The codec of a type.
	 * @param type the type of a payload, other than {@link Element}
	 * @param <T> the type of a payload
	 * @return the codec
	 * @throws PayloadException if there is none
	 */
	public <T> PayloadCodec<T> codecFor(Class<T> type) {
		PayloadCodec<T> codec = find(type);
		if (codec == null) {
			throw noCodec(type);
		}
		return codec;
	}

	private static PayloadException noCodec(Class<?> type) {
		return new PayloadException(("There is no codec for payloads of type %s. Annotate it with "
				+ "@JsonRootName(value, namespace), with jackson-dataformat-xml on the class path, or with "
				+ "@XmlRootElement, with a JAXB runtime, or declare a PayloadCodec bean for it")
			.formatted(type.getName()));
	}

	/**
	 * The codec that writes objects of a class: its own, else one declared for a
	 * supertype.
	 * @param type the class of a payload
	 * @return the codec, or {@code null} if there is none
	 */
	@Nullable PayloadCodec<?> writerOf(Class<?> type) {
		PayloadCodec<?> codec = find(type);
		if (codec != null) {
			return codec;
		}
		for (PayloadCodec<?> candidate : this.declared.values()) {
			if (candidate.type().isAssignableFrom(type)) {
				return candidate;
			}
		}
		return null;
	}

	@SuppressWarnings("unchecked")
	private <T> @Nullable PayloadCodec<T> find(Class<T> type) {
		PayloadCodec<?> codec = this.declared.get(type);
		if (codec == null) {
			codec = this.provided.get(type);
		}
		return (codec != null) ? (PayloadCodec<T>) codec : provide(type);
	}

	private <T> @Nullable PayloadCodec<T> provide(Class<T> type) {
		for (PayloadCodecProvider provider : this.providers) {
			PayloadCodec<T> codec = provider.codecFor(type);
			if (codec != null) {
				this.provided.put(type, codec);
				return codec;
			}
		}
		return null;
	}

}
