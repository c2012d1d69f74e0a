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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Those who watch one channel. Whoever throws, against the rules, is told nothing more,
 * so that the stream goes on.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Taps {

	/** Nobody. */
	static final Taps NONE = new Taps(List.of());

	private static final Log logger = LogFactory.getLog(StreamTap.class);

	private final List<StreamTap> taps;

	Taps(List<StreamTap> taps) {
		this.taps = new CopyOnWriteArrayList<>(taps);
	}

	/**
	 * Tells all of them something.
	 * @param what what to tell
	 */
	void tell(Consumer<StreamTap> what) {
		for (StreamTap tap : this.taps) {
			try {
				what.accept(tap);
			}
			catch (Throwable ex) {
				this.taps.remove(tap);
				logger.warn("A tap of type '%s' has failed with %s. It sees nothing more of this stream"
					.formatted(tap.getClass().getName(), ex.getClass().getName()));
			}
		}
	}

}
