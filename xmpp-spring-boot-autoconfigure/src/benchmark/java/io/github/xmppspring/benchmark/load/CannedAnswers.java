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

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Answers to the requests of a client, in bytes.
 *
 * @author XMPP for Spring Boot contributors
 */
final class CannedAnswers {

	private static final byte[] ID = Ascii.bytes(" id=");

	private static final byte[] NAMESPACE = Ascii.bytes(" xmlns=");

	private static final byte[] UNAVAILABLE = Ascii.bytes("'><error type='cancel'><service-unavailable"
			+ " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");

	private final String domain;

	private final byte[][] namespaces = new byte[Payload.values().length][];

	private final byte[][] results = new byte[Payload.values().length][];

	private String jid = "";

	private byte[] resultTo = {};

	private byte[] errorTo = {};

	CannedAnswers(String domain) {
		this.domain = domain;
		for (Payload payload : Payload.values()) {
			String result = payload.result();
			this.namespaces[payload.ordinal()] = Ascii.bytes(payload.namespace());
			this.results[payload.ordinal()] = Ascii.bytes(result.isEmpty() ? "'/>" : "'>" + result + "</iq>");
		}
	}

	/**
	 * Binds a resource.
	 * @param request the request
	 * @param output where to put the answer
	 * @return the resource, or {@code null} if the request is another one
	 */
	@Nullable String bind(String request, ByteOutput output) throws IOException {
		int start = request.indexOf("<resource>");
		if (start < 0) {
			answer(Ascii.bytes(request), 0, request.length(), output);
			return null;
		}
		String resource = request.substring(start + "<resource>".length(), request.indexOf("</resource>"));
		byte[] bytes = Ascii.bytes(request);
		int id = idOf(bytes, 0, bytes.length);
		this.jid = "bench@" + this.domain + "/" + resource;
		this.resultTo = Ascii.bytes("<iq type='result' from='" + this.domain + "' to='" + this.jid + "' id='");
		this.errorTo = Ascii.bytes("<iq type='error' from='" + this.domain + "' to='" + this.jid + "' id='");
		output.put(Ascii.bytes("<iq type='result' id='"))
			.put(bytes, id, Ascii.indexOf(bytes, id, bytes.length, bytes[id - 1]))
			.put(Ascii
				.bytes("'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>" + this.jid + "</jid></bind></iq>"));
		return resource;
	}

	boolean isBound() {
		return !this.jid.isEmpty();
	}

	String jid() {
		return this.jid;
	}

	void answer(byte[] bytes, int from, int to, ByteOutput output) throws IOException {
		int tagEnd = Ascii.indexOf(bytes, from, to, '>');
		int id = idOf(bytes, from, tagEnd);
		int idEnd = Ascii.indexOf(bytes, id, tagEnd, bytes[id - 1]);
		int payload = payload(bytes, tagEnd, to);
		output.put((payload < 0) ? this.errorTo : this.resultTo)
			.put(bytes, id, idEnd)
			.put((payload < 0) ? UNAVAILABLE : this.results[payload]);
	}

	private static int idOf(byte[] bytes, int from, int to) {
		return Ascii.behind(bytes, from, to, ID) + 1;
	}

	private int payload(byte[] bytes, int from, int to) {
		int namespace = Ascii.behind(bytes, from, to, NAMESPACE) + 1;
		int length = Ascii.indexOf(bytes, namespace, to, bytes[namespace - 1]) - namespace;
		for (int i = 0; i < this.namespaces.length; i++) {
			if (length == this.namespaces[i].length && Ascii.startsWith(bytes, namespace, to, this.namespaces[i])) {
				return i;
			}
		}
		return -1;
	}

}
