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

package io.github.xmppspring.negotiation;

import java.util.concurrent.ThreadFactory;

import io.netty.util.concurrent.DefaultThreadFactory;

/**
 * Makes the threads of event loops, marked so that nobody blocks on them.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class EventLoopThreads extends DefaultThreadFactory implements ThreadFactory {

	/**
	 * Creates the factory.
	 * @param name the start of the names of the threads
	 * @param daemon whether the threads let the process end
	 */
	public EventLoopThreads(String name, boolean daemon) {
		super(name, daemon);
	}

	@Override
	protected Thread newThread(Runnable task, String name) {
		return new EventLoopThread(this.threadGroup, task, name);
	}

}
