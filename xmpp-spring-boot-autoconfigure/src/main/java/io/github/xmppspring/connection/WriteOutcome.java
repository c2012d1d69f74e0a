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

package io.github.xmppspring.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * Tells of one write after the other whether it has failed on its way through the
 * pipeline. Nobody waits for it, so it never completes.
 *
 * @author XMPP for Spring Boot contributors
 */
final class WriteOutcome extends DefaultChannelPromise {

	private @Nullable Throwable failure;

	WriteOutcome(Channel channel) {
		super(channel);
	}

	void forget() {
		this.failure = null;
	}

	@Nullable Throwable failure() {
		return this.failure;
	}

	@Override
	public boolean isVoid() {
		return true;
	}

	@Override
	public ChannelPromise setSuccess(@Nullable Void result) {
		return this;
	}

	@Override
	public boolean trySuccess(@Nullable Void result) {
		return true;
	}

	@Override
	public ChannelPromise setFailure(Throwable cause) {
		this.failure = cause;
		return this;
	}

	@Override
	public boolean tryFailure(Throwable cause) {
		this.failure = cause;
		return true;
	}

	@Override
	public boolean setUncancellable() {
		return true;
	}

}
