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

package io.github.xmppspring.benchmark.load;

import java.util.List;
import java.util.Locale;

/**
 * Who is measured.
 *
 * @author XMPP for Spring Boot contributors
 */
enum PeerKind {

	/**
	 * A socket without a library.
	 */
	RAW("Raw socket", "#2f7d32"),

	/**
	 * Smack, without Woodstox on its class path, which it would take for the parser of
	 * the JDK.
	 */
	SMACK("Smack", "#c25e00"),

	/**
	 * The starter.
	 */
	STARTER("Starter", "#1a4f9c");

	private final String title;

	private final String color;

	PeerKind(String title, String color) {
		this.title = title;
		this.color = color;
	}

	static PeerKind of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	static List<PeerKind> list(String names) {
		return List.of(names.split(",")).stream().map(PeerKind::of).toList();
	}

	Peer create() {
		return switch (this) {
			case RAW -> new RawPeer();
			case SMACK -> new SmackPeer();
			case STARTER -> new StarterPeer();
		};
	}

	String title() {
		return this.title;
	}

	/**
	 * The colour of its lines in a plot.
	 * @return a colour of CSS
	 */
	String color() {
		return this.color;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
