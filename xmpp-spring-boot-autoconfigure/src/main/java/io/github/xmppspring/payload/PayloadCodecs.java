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

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.xml.namespace.QName;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.util.Assert;

/**
 * The payloads that an application knows: reads and writes them by the codecs of their
 * types. An {@link Element} needs no codec, it stands for itself.
 * <p>
 * Codecs come before providers. By type every codec is found; by name only those that are
 * known from the start, the declared ones before those that providers list. Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class PayloadCodecs {

	private final CodecIndex index;

	private final List<PayloadCodecProvider> providers;

	private final Map<Class<?>, PayloadCodec<?>> provided = new ConcurrentHashMap<>();

	private final Set<QName> providedNames = ConcurrentHashMap.newKeySet();

	/**
	 * Puts codecs and providers together.
	 * @param codecs the codecs. Of several for one type or one name the first wins, if it
	 * has the higher precedence by {@code @Order} on its class or by
	 * {@link org.springframework.core.Ordered}
	 * @param providers the providers, asked in this order for types that no codec is
	 * declared for
	 * @throws DuplicatePayloadCodecException if two codecs for one type or one name have
	 * the same precedence
	 */
	public PayloadCodecs(List<? extends PayloadCodec<?>> codecs, List<? extends PayloadCodecProvider> providers) {
		this(codecs, providers, AnnotationAwareOrderComparator.INSTANCE);
	}

	/**
	 * Puts codecs and providers together.
	 * @param codecs the codecs. Of several for one type or one name the one that compares
	 * as less wins
	 * @param providers the providers, asked in this order for types that no codec is
	 * declared for
	 * @param precedence compares codecs
	 * @throws DuplicatePayloadCodecException if two codecs for one type or one name
	 * compare as equal
	 */
	public PayloadCodecs(List<? extends PayloadCodec<?>> codecs, List<? extends PayloadCodecProvider> providers,
			Comparator<Object> precedence) {
		this.providers = List.copyOf(providers);
		this.index = new CodecIndex(codecs, this.providers, precedence);
	}

	static PayloadCodecs none() {
		return new PayloadCodecs(List.of(), List.of());
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
	private <T> Element write(Object payload, PayloadCodec<T> codec) {
		try {
			return (codec instanceof NestingPayloadCodec<T> nesting) ? nesting.write((T) payload, this)
					: codec.write((T) payload);
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
	 * Reads a payload as what its name says it is.
	 * @param payload the payload as an element
	 * @return the payload as an object of the {@linkplain #typeOf type} of its name, or
	 * the element itself if no codec knows the name
	 * @throws PayloadException if there is a codec but the payload cannot be read
	 */
	public Object read(Element payload) {
		PayloadCodec<?> codec = byName(payload.name());
		return (codec != null) ? read(payload, codec) : payload;
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
		return read(payload, codec);
	}

	private <T> T read(Element payload, PayloadCodec<T> codec) {
		try {
			return (codec instanceof NestingPayloadCodec<T> nesting) ? nesting.read(payload, this)
					: codec.read(payload);
		}
		catch (XmppException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw PayloadException.unreadable(payload, codec.type(), ex);
		}
	}

	/**
	 * Reads the payload of a stanza if it is of a type. The stanza stays as it is.
	 * @param iq the stanza
	 * @param type the wanted type, {@link Element} for whatever there is
	 * @param <T> the wanted type
	 * @return the payload, or nothing if there is none or it has another name than
	 * payloads of this type have
	 * @throws PayloadException if there is no codec for the type, or the payload has the
	 * name but cannot be read; then it knows the stanza
	 */
	public <T> Optional<T> payload(Iq iq, Class<T> type) {
		Element payload = iq.payload();
		if (payload == null || !isOf(payload, type)) {
			return Optional.empty();
		}
		return Optional.of(requiredPayload(iq, type));
	}

	/**
	 * Reads the payload of a stanza, which must be of a type.
	 * @param iq the stanza
	 * @param type the wanted type, {@link Element} for whatever there is
	 * @param <T> the wanted type
	 * @return the payload
	 * @throws PayloadException if there is no codec for the type, the stanza has no
	 * payload or one of another name, or it cannot be read; it knows the stanza
	 */
	public <T> T requiredPayload(Iq iq, Class<T> type) {
		try {
			Element payload = iq.payload();
			if (payload == null) {
				throw new PayloadException(
						"The %s has no payload where a %s was expected".formatted(iq.type(), type.getName()));
			}
			return read(payload, type);
		}
		catch (PayloadException ex) {
			throw PayloadException.of(iq, ex);
		}
	}

	/**
	 * Reads the first of some elements that has the name of a type.
	 * @param elements the elements
	 * @param type the wanted type, {@link Element} for whatever comes first
	 * @param <T> the wanted type
	 * @return the object, or nothing if there is no element of this name
	 * @throws PayloadException if there is no codec for the type, or the element cannot
	 * be read
	 */
	public <T> Optional<T> first(List<Element> elements, Class<T> type) {
		QName name = (type != Element.class) ? codecFor(type).name() : null;
		for (Element element : elements) {
			if (name == null || element.is(name)) {
				return Optional.of(read(element, type));
			}
		}
		return Optional.empty();
	}

	/**
	 * Reads the application condition of an error (RFC 6120, 8.3.4).
	 * @param error the error
	 * @param type the wanted type
	 * @param <T> the wanted type
	 * @return the condition, or nothing if the error has none of this type
	 * @throws PayloadException if there is no codec for the type, or the condition cannot
	 * be read
	 */
	public <T> Optional<T> applicationCondition(StanzaError error, Class<T> type) {
		return first(error.applicationConditions(), type);
	}

	/**
	 * Adds an application condition to an error (RFC 6120, 8.3.4).
	 * @param error the error
	 * @param condition an object with a codec, or an {@link Element}
	 * @return a new error
	 * @throws PayloadException if there is no codec for the type of the condition, or it
	 * cannot be written
	 */
	public StanzaError withApplicationCondition(StanzaError error, Object condition) {
		return error.withApplicationCondition(write(condition));
	}

	private boolean isOf(Element element, Class<?> type) {
		return type == Element.class || element.is(codecFor(type).name());
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
	 * The type of payloads of this name.
	 * @param name a qualified name
	 * @return the type that {@link #read(Element)} gives, or {@code null} if no codec
	 * knows the name
	 */
	public @Nullable Class<?> typeOf(QName name) {
		PayloadCodec<?> codec = byName(name);
		return (codec != null) ? codec.type() : null;
	}

	/**
	 * The codec for payloads of this name, among those that are known from the start.
	 * Other types may have the same name, such as that of a result beside that of its
	 * request.
	 * @param name a qualified name
	 * @return the codec of the highest precedence, or {@code null} if there is none
	 */
	public @Nullable PayloadCodec<?> byName(QName name) {
		return this.index.byName(name);
	}

	/**
	 * Whether payloads of this name are known to the application: to a codec that is
	 * known from the start, or to that of a type which was used since. What peers send
	 * adds no names.
	 * @param name a qualified name
	 * @return whether there is a codec with this name
	 */
	public boolean isKnown(QName name) {
		return byName(name) != null || this.providedNames.contains(name);
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
				+ "@XmppPayload(namespace) if it is a record, with @JsonRootName(value, namespace), with jackson-dataformat-xml on the class path, or with "
				+ "@XmlRootElement, with a JAXB runtime, or declare a PayloadCodec bean for it")
			.formatted(type.getName()));
	}

	/**
	 * Whether objects of a class can be written as payloads.
	 * @param type a class
	 * @return whether it or a supertype has a codec, or it is {@link Element}
	 * @throws PayloadException if the type is meant to be a payload but is not declared
	 * as it should be
	 */
	public boolean writes(Class<?> type) {
		return type == Element.class || writerOf(type) != null;
	}

	/**
	 * The codec that writes objects of a class: its own, else one declared for a
	 * supertype.
	 * @param type the class of a payload
	 * @return the codec, or {@code null} if there is none
	 */
	@Nullable PayloadCodec<?> writerOf(Class<?> type) {
		PayloadCodec<?> codec = find(type);
		return (codec != null) ? codec : this.index.bySupertype(type);
	}

	@SuppressWarnings("unchecked")
	private <T> @Nullable PayloadCodec<T> find(Class<T> type) {
		PayloadCodec<?> codec = this.index.byType(type);
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
				this.providedNames.add(codec.name());
				return codec;
			}
		}
		return null;
	}

}
