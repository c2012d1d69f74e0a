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
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.BiConsumer;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

/**
 * A client's stream at the reflector. All that one read has led to leaves in one write.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ReflectedStream implements Runnable {

	static final String DOMAIN = "localhost";

	private static final String HEADER = "<?xml version='1.0'?><stream:stream xmlns='jabber:client'"
			+ " xmlns:stream='http://etherx.jabber.org/streams' version='1.0' id='1' from='" + DOMAIN + "'>";

	private static final String TLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>";

	private static final String SASL = "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>"
			+ "<mechanism>SCRAM-SHA-1</mechanism><mechanism>PLAIN</mechanism></mechanisms>";

	private static final String BIND = "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>";

	private static final String SASL_ELEMENT = "<%s xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>%s</%1$s>";

	private final ScramServer scram;

	private final @Nullable SSLContext context;

	private final BiConsumer<String, ReflectedStream> bound;

	private final CannedAnswers answers = new CannedAnswers(DOMAIN);

	private final RequestPump pump = new RequestPump();

	private Socket socket;

	private StanzaReader input;

	private ByteOutput output;

	private String features;

	private String clientFirst = "";

	private String serverFirst = "";

	ReflectedStream(Socket socket, ScramServer scram, @Nullable SSLContext context,
			BiConsumer<String, ReflectedStream> bound) throws IOException {
		this.socket = socket;
		this.scram = scram;
		this.context = context;
		this.bound = bound;
		this.features = (context != null) ? TLS : SASL;
		this.input = new StanzaReader(socket.getInputStream());
		this.output = new ByteOutput(socket.getOutputStream());
	}

	@Override
	public void run() {
		try {
			while (this.input.fill()) {
				synchronized (this) {
					StanzaReader input = this.input;
					while (input == this.input && input.next()) {
						take(input.bytes(), input.from(), input.to());
					}
					this.output.flush();
				}
			}
		}
		catch (IOException | GeneralSecurityException ex) {
			// The client hung up
		}
		finally {
			this.pump.stop();
			close();
		}
	}

	private void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			// It is of no use any more
		}
	}

	private void take(byte[] bytes, int from, int to) throws IOException, GeneralSecurityException {
		switch (bytes[from + 1]) {
			case 'i' -> iq(bytes, from, to);
			case 's' -> streamElement(Ascii.text(bytes, from, to));
			case 'a', 'r' -> authenticate(Ascii.text(bytes, from, to));
			case '/' -> {
				put("</stream:stream>");
				this.output.flush();
				this.socket.shutdownOutput();
			}
			default -> {
				// Presence and messages go nowhere
			}
		}
	}

	private void streamElement(String xml) throws IOException {
		if (xml.startsWith("<starttls")) {
			put("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
			this.output.flush();
			startTls();
		}
		else {
			put(HEADER);
			put("<stream:features>" + this.features + "</stream:features>");
		}
	}

	private void startTls() throws IOException {
		SSLSocket socket = (SSLSocket) this.context.getSocketFactory().createSocket(this.socket, null, true);
		socket.setUseClientMode(false);
		this.socket = socket;
		this.input = new StanzaReader(socket.getInputStream());
		this.output = new ByteOutput(socket.getOutputStream());
		this.features = SASL;
	}

	private void authenticate(String xml) throws IOException, GeneralSecurityException {
		String message = content(xml);
		if (xml.startsWith("<response")) {
			succeed(this.scram.last(this.clientFirst, this.serverFirst, message));
		}
		else if (xml.contains("SCRAM-SHA-1")) {
			this.clientFirst = message;
			this.serverFirst = this.scram.first(message);
			putSasl("challenge", this.serverFirst);
		}
		else {
			succeed("");
		}
	}

	private void succeed(String message) throws IOException {
		putSasl("success", message);
		this.features = BIND;
		this.input.restart();
	}

	private void putSasl(String name, String message) throws IOException {
		put(SASL_ELEMENT.formatted(name, Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8))));
	}

	private static String content(String xml) {
		String base64 = xml.substring(xml.indexOf('>') + 1, Math.max(xml.lastIndexOf("</"), xml.indexOf('>') + 1));
		return new String(Base64.getDecoder().decode(base64.trim()), StandardCharsets.UTF_8);
	}

	private void iq(byte[] bytes, int from, int to) throws IOException {
		if (this.answers.isBound()) {
			if (!this.pump.answered(bytes, from, to, this.output)) {
				this.answers.answer(bytes, from, to, this.output);
			}
			return;
		}
		String resource = this.answers.bind(Ascii.text(bytes, from, to), this.output);
		if (resource != null) {
			this.bound.accept(resource, this);
		}
	}

	private void put(String xml) throws IOException {
		this.output.put(Ascii.bytes(xml));
	}

	void pump(Load load) throws IOException, InterruptedException {
		this.pump.start(load, this.answers.jid(), this.output, this);
	}

	Figures measure(long millis) throws InterruptedException {
		return this.pump.measure(millis);
	}

	void stopPump() throws InterruptedException {
		this.pump.stop();
		this.pump.awaitLast();
	}

}
