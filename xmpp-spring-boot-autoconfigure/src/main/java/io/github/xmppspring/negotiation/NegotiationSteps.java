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

import java.time.Duration;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Takes the time of steps, one after another. Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class NegotiationSteps {

	private final Consumer<NegotiationStep> listener;

	private @Nullable String current;

	private long begin;

	/**
	 * Nothing has begun.
	 * @param listener is told about each step that has ended
	 */
	public NegotiationSteps(Consumer<NegotiationStep> listener) {
		this.listener = listener;
	}

	/**
	 * The step that is under way.
	 * @return its name, or {@code null} between steps
	 */
	public @Nullable String current() {
		return this.current;
	}

	/**
	 * A step begins.
	 * @param name its name
	 */
	public void begin(String name) {
		this.current = name;
		this.begin = System.nanoTime();
	}

	/**
	 * The step was successful, if there is one.
	 */
	public void end() {
		fail(null);
	}

	/**
	 * The step has failed, if there is one.
	 * @param cause why, {@code null} if it has not
	 */
	public void fail(@Nullable Throwable cause) {
		String name = this.current;
		this.current = null;
		if (name != null) {
			this.listener.accept(new NegotiationStep(name, Duration.ofNanos(System.nanoTime() - this.begin), cause));
		}
	}

	/**
	 * There was nothing to do in the step.
	 */
	public void skip() {
		this.current = null;
	}

}
