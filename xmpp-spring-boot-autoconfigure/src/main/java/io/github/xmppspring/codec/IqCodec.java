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

package io.github.xmppspring.codec;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqReader;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stanza.StanzaReading;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Makes {@link Iq}s of elements and elements of {@link Iq}s. Above it nothing knows the
 * content namespace of the stream, or who puts the sender's address on a stanza. Other
 * elements pass.
 * <p>
 * A malformed request is answered at once and never seen above, but for a user event, the
 * {@link MalformedStanzaException}. A malformed response is not answered (RFC 6120,
 * 8.2.3); it is passed on as the exception, so that the request it belongs to can fail.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class IqCodec extends ChannelDuplexHandler {

	private final String contentNamespace;

	private final Sender sender;

	private final IqReader reader;

	private IqCodec(String contentNamespace, Sender sender, StanzaReading reading) {
		Assert.hasText(contentNamespace, "'contentNamespace' must not be empty");
		this.contentNamespace = contentNamespace;
		this.sender = sender;
		this.reader = new IqReader(reading);
	}

	/**
	 * The codec of a stream from a client to its server. Stanzas go out without a sender:
	 * the server knows who it is (RFC 6120, 8.1.2.1).
	 * @return a new handler
	 */
	public static IqCodec forClient() {
		return new IqCodec(Namespaces.CLIENT, (from) -> null, StanzaReading.STRICT);
	}

	/**
	 * The codec of a stream from a component to its server. Stanzas without a sender go
	 * out with the address of the component, as XEP-0114 demands.
	 * @param component the address of the component
	 * @return a new handler
	 */
	public static IqCodec forComponent(Jid component) {
		Assert.notNull(component, "'component' must not be null");
		return new IqCodec(Namespaces.COMPONENT_ACCEPT, (from) -> (from != null) ? from : component,
				StanzaReading.STRICT);
	}

	/**
	 * The codec of a server. Stanzas go out with the sender they have.
	 * @param contentNamespace the namespace of stanzas on the stream
	 * @return a new handler
	 */
	public static IqCodec forServer(String contentNamespace) {
		return new IqCodec(contentNamespace, (from) -> from, StanzaReading.STRICT);
	}

	/**
	 * This codec with another way of reading. By default it is strict.
	 * @param reading how to read stanzas
	 * @return a new handler
	 */
	public IqCodec withReading(StanzaReading reading) {
		return new IqCodec(this.contentNamespace, this.sender, reading);
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
		ctx.write((message instanceof Iq iq) ? encode(iq) : message, promise);
	}

	private Element encode(Iq iq) {
		return iq.withFrom(this.sender.of(iq.from())).toElement(this.contentNamespace);
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message instanceof Element element && Iq.isIq(element, this.contentNamespace)) {
			decode(ctx, element);
		}
		else {
			ctx.fireChannelRead(message);
		}
	}

	private void decode(ChannelHandlerContext ctx, Element element) {
		Iq iq;
		try {
			iq = this.reader.read(element);
		}
		catch (MalformedStanzaException ex) {
			if (ex.isResponse()) {
				ctx.fireChannelRead(ex);
			}
			else {
				refuse(ctx, ex);
				ctx.fireUserEventTriggered(ex);
			}
			return;
		}
		ctx.fireChannelRead(iq);
	}

	private void refuse(ChannelHandlerContext ctx, MalformedStanzaException ex) {
		Element reply = ex.reply();
		String from = reply.attribute("from");
		Jid sender = this.sender.of((from != null) ? Jid.of(from) : null);
		ctx.writeAndFlush(reply.mutate().attribute("from", sender).build());
	}

	/**
	 * Who an outgoing stanza says it is from.
	 */
	@FunctionalInterface
	private interface Sender {

		@Nullable Jid of(@Nullable Jid from);

	}

}
