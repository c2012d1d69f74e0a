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

import java.io.IOException;

import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamFooter;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Ends a stream on which something went wrong: tells the peer, closes the stream and then
 * the connection (RFC 6120, 4.9.1.1). The last handler of the pipeline.
 * <p>
 * The stream header has to be sent before; a server that has not done so when the error
 * occurs must do it in a handler further ahead (RFC 6120, 4.9.1.2).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StreamErrorHandler extends ChannelInboundHandlerAdapter {

	private static final Log logger = LogFactory.getLog(StreamErrorHandler.class);

	private boolean ended;

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		if (this.ended) {
			logger.debug("A stream that has ended failed again", cause);
			return;
		}
		this.ended = true;
		if (cause instanceof StreamException ex) {
			logger.debug("The stream ends: " + ex.getMessage());
			end(ctx, ex.isRemote() ? null : ex.error());
		}
		else if (isConnectionFailure(cause)) {
			logger.debug("The connection failed", cause);
			ctx.close();
		}
		else {
			logger.error("The stream ends because a handler failed", cause);
			end(ctx, StreamError.of(StreamErrorCondition.INTERNAL_SERVER_ERROR));
		}
	}

	private void end(ChannelHandlerContext ctx, @Nullable StreamError error) {
		if (error != null) {
			ctx.write(error.toElement());
		}
		ctx.writeAndFlush(StreamFooter.INSTANCE).addListener(ChannelFutureListener.CLOSE);
	}

	/**
	 * Recognises the loss of the connection, failures of TLS included.
	 * @param cause what went wrong
	 * @return whether nothing can be said to the peer any more
	 */
	public static boolean isConnectionFailure(Throwable cause) {
		return cause instanceof IOException
				|| (cause instanceof DecoderException && cause.getCause() instanceof IOException);
	}

}
