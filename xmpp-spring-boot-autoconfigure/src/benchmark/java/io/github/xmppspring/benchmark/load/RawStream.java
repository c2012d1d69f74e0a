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

import javax.net.ssl.SSLSocket;

/**
 * A stream over a socket, logged in with PLAIN.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RawStream implements AutoCloseable {

	private static final String FEATURES = "stream:features";

	private final Login login;

	private Socket socket;

	private StanzaReader reader;

	private ByteOutput output;

	private RawStream(Login login) throws IOException {
		this.login = login;
		this.socket = new Socket(login.host(), login.port());
		this.socket.setTcpNoDelay(true);
		this.reader = new StanzaReader(this.socket.getInputStream());
		this.output = new ByteOutput(this.socket.getOutputStream());
	}

	static RawStream open(Login login) throws IOException, GeneralSecurityException {
		RawStream stream = new RawStream(login);
		stream.header();
		if (login.isTls()) {
			stream.startTls();
			stream.header();
		}
		String credentials = "\0" + login.user() + "\0" + login.password();
		stream.ask(
				"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>"
						+ Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)) + "</auth>",
				"success");
		stream.reader.restart();
		stream.header();
		stream.ask("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>"
				+ login.resource() + "</resource></bind></iq>", "iq");
		return stream;
	}

	private void header() throws IOException {
		ask("<?xml version='1.0'?><stream:stream to='" + this.login.domain()
				+ "' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
				"stream:stream");
		expect(FEATURES);
	}

	private void startTls() throws IOException, GeneralSecurityException {
		ask("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", "proceed");
		SSLSocket socket = (SSLSocket) TrustStore.context(this.login.trustStore())
			.getSocketFactory()
			.createSocket(this.socket, this.login.domain(), this.login.port(), true);
		socket.startHandshake();
		this.socket = socket;
		this.reader = new StanzaReader(socket.getInputStream());
		this.output = new ByteOutput(socket.getOutputStream());
	}

	private void ask(String xml, String answer) throws IOException {
		this.output.put(xml.getBytes(StandardCharsets.UTF_8)).flush();
		expect(answer);
	}

	private void expect(String name) throws IOException {
		String answer = this.reader.read();
		if (!answer.startsWith("<" + name)) {
			throw new IOException("Not '" + name + "' but " + answer);
		}
	}

	StanzaReader reader() {
		return this.reader;
	}

	ByteOutput output() {
		return this.output;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
