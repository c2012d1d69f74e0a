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

import java.util.List;

import io.github.xmppspring.xml.XmlLimits;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.flush.FlushConsolidationHandler;

import org.springframework.util.Assert;

/**
 * The handlers of a channel, by name and in their order. Each does one job.
 *
 * <pre>
 *     bytes          {@link #BYTE_TAP}       what passes, for statistics; if anybody watches
 *       |            {@link #FLUSH}          fewer system calls under load
 *       |            {@link #SSL}            TLS, from the start or since STARTTLS
 *       |            {@link #READS}          notices that something comes, once for all that comes together
 *       |            {@link #DECODER}        bytes become values
 *     values         {@link #ENCODER}        values become bytes
 *       |            {@link #KEEP_ALIVE}     white space, pings, silence
 *       |            {@link #NEGOTIATION}    until the stream is ready, then removed
 *       |            {@link #STREAM_MANAGEMENT} counts stanzas and keeps those not acknowledged
 *       |            {@link #LEGACY_ERRORS}  numbers for errors, if they are wanted
 *       |            {@link #IQ_CODEC}       elements become IQ stanzas
 *     stanzas        {@link #OUTBOX}         what other threads send goes out together
 *       |            {@link #IQ_RESPONSE}    results and errors go to who waits for them
 *       |            {@link #IQ_REQUEST}     requests go to their handlers
 *       |            {@link #STANZAS}        messages and presence
 *       |            {@link #STREAM_ERRORS}  ends the stream when something is wrong
 * </pre>
 *
 * {@link #READS} and the handlers from {@link #STREAM_MANAGEMENT} to {@link #STANZAS} are
 * added when the stream is ready, so none of them has to ask whether it is.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class XmppPipeline {

	/** Shows the bytes on the network to who watches. */
	public static final String BYTE_TAP = "byteTap";

	/** Consolidates flushes. */
	public static final String FLUSH = "flush";

	/** TLS. */
	public static final String SSL = "ssl";

	/** Notices that something comes. */
	public static final String READS = "reads";

	/** Reads headers, elements and footers. */
	public static final String DECODER = "streamDecoder";

	/** Writes headers, elements and footers. */
	public static final String ENCODER = "streamEncoder";

	/** Keeps a silent connection alive and notices a dead one. */
	public static final String KEEP_ALIVE = "keepAlive";

	/** Makes the stream ready. */
	public static final String NEGOTIATION = "negotiation";

	/** Counts stanzas and keeps those that are not acknowledged. */
	public static final String STREAM_MANAGEMENT = "streamManagement";

	/** Adds numbers to errors for entities from before XMPP 1.0. */
	public static final String LEGACY_ERRORS = "legacyErrors";

	/** Reads and writes IQ stanzas. */
	public static final String IQ_CODEC = "iqCodec";

	/** Writes what other threads send. */
	public static final String OUTBOX = "outbox";

	/** Takes responses. */
	public static final String IQ_RESPONSE = "iqResponse";

	/** Takes requests. */
	public static final String IQ_REQUEST = "iqRequest";

	/** Takes all other stanzas. */
	public static final String STANZAS = "stanzas";

	/** Ends the stream when something is wrong. */
	public static final String STREAM_ERRORS = "streamErrors";

	private XmppPipeline() {
	}

	/**
	 * Adds the handlers from {@link #FLUSH} to {@link #ENCODER}, except {@link #SSL}.
	 * @param pipeline the pipeline, which may hold {@link #SSL} already
	 * @param contentNamespace the namespace of stanzas on the stream
	 * @param limits what to take from the peer
	 */
	public static void addCodec(ChannelPipeline pipeline, String contentNamespace, XmlLimits limits) {
		Assert.hasText(contentNamespace, "'contentNamespace' must not be empty");
		pipeline.addFirst(FLUSH,
				new FlushConsolidationHandler(FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true));
		pipeline.addLast(DECODER, new StreamDecoder(contentNamespace, limits));
		pipeline.addLast(ENCODER, new StreamEncoder(contentNamespace));
	}

	/**
	 * Lets somebody watch.
	 * @param pipeline a pipeline with the codec
	 * @param taps who watches, may be empty
	 */
	public static void addTaps(ChannelPipeline pipeline, List<StreamTap> taps) {
		if (!taps.isEmpty()) {
			Taps watching = new Taps(taps);
			pipeline.addFirst(BYTE_TAP, new ByteTapHandler(watching));
			handler(pipeline, StreamDecoder.class).watch(watching);
			handler(pipeline, StreamEncoder.class).watch(watching);
		}
	}

	/**
	 * Adds TLS to a pipeline that has the codec.
	 * @param pipeline the pipeline
	 * @param handler the TLS handler
	 */
	public static void addSsl(ChannelPipeline pipeline, ChannelHandler handler) {
		pipeline.addAfter(FLUSH, SSL, handler);
	}

	/**
	 * Restarts the stream (RFC 6120, 4.3.3): the next bytes are those of a new one. May
	 * be called while an element is being delivered.
	 * @param pipeline a pipeline with the codec
	 * @param limits what to take from the peer from now on
	 */
	public static void restart(ChannelPipeline pipeline, XmlLimits limits) {
		handler(pipeline, StreamDecoder.class).restart(limits);
	}

	/**
	 * Changes how much is taken from the peer on a stream that goes on. May be called
	 * while an element is being delivered.
	 * @param pipeline a pipeline with the codec
	 * @param limits what to take from the peer from now on
	 */
	public static void limit(ChannelPipeline pipeline, XmlLimits limits) {
		handler(pipeline, StreamDecoder.class).limit(limits);
	}

	/**
	 * The bytes that came in behind the element that is being delivered. Before TLS
	 * starts there must be none: whoever sent them was not authenticated (RFC 6120,
	 * 5.4.3.3).
	 * @param pipeline a pipeline with the codec
	 * @return the number of bytes
	 */
	public static int unreadBytes(ChannelPipeline pipeline) {
		return handler(pipeline, StreamDecoder.class).unreadBytes();
	}

	private static <T extends ChannelHandler> T handler(ChannelPipeline pipeline, Class<T> type) {
		T handler = pipeline.get(type);
		Assert.state(handler != null, "The pipeline has no codec");
		return handler;
	}

}
