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

package io.github.xmppspring.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.assertj.core.api.Assertions;

/**
 * A peer that writes whatever bytes it wants. A read that waits longer than ten seconds
 * fails.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RawStream implements AutoCloseable {

	static final String HEADER = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' "
			+ "xmlns:stream='http://etherx.jabber.org/streams' to='localhost' version='1.0'>";

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private final Socket socket = new Socket();

	private int seen;

	RawStream(InetSocketAddress address) {
		try {
			this.socket.connect(address, 5000);
			this.socket.setSoTimeout(10_000);
			this.socket.setTcpNoDelay(true);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Socket socket() {
		return this.socket;
	}

	/**
	 * Logs in without TLS and binds a resource.
	 * @param local the localpart of the account
	 * @param resource the resource
	 * @return this stream, as far as the resource is bound
	 */
	RawStream login(String local, String resource) {
		authenticate(local);
		send(HEADER + "<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>" + resource
				+ "</resource></bind></iq>");
		readUntil("</iq>");
		return this;
	}

	/**
	 * Logs in without TLS; a new stream may begin after that.
	 * @param local the localpart of the account
	 * @return this stream
	 */
	RawStream authenticate(String local) {
		String response = "\0" + local + "\0" + ServerExtension.PASSWORD;
		send(HEADER + "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>"
				+ Base64.getEncoder().encodeToString(response.getBytes(StandardCharsets.UTF_8)) + "</auth>");
		readUntil("<success xmlns=\"urn:ietf:params:xml:ns:xmpp-sasl\"");
		readUntil(">");
		return this;
	}

	RawStream send(String text) {
		return send(text.getBytes(StandardCharsets.UTF_8));
	}

	RawStream send(byte[] bytes) {
		try {
			this.socket.getOutputStream().write(bytes);
			this.socket.getOutputStream().flush();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sends as much as the server takes.
	 * @param bytes the bytes
	 * @param slowly whether to send each byte by itself
	 * @return whether the server has taken all
	 */
	boolean tryToSend(byte[] bytes, boolean slowly) {
		try {
			for (int i = 0; slowly && i < bytes.length; i++) {
				this.socket.getOutputStream().write(bytes, i, 1);
			}
			if (!slowly) {
				this.socket.getOutputStream().write(bytes);
			}
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Sends nothing any more.
	 */
	void endOutput() {
		try {
			this.socket.shutdownOutput();
		}
		catch (IOException ex) {
			// the server has closed the connection already
		}
	}

	/**
	 * Reads as far as a text, behind what was read before.
	 * @param text the text
	 * @return what was read, the text included
	 */
	String readUntil(String text) {
		while (true) {
			String unseen = unseen();
			int index = unseen.indexOf(text);
			if (index != -1) {
				this.seen += index + text.length();
				return unseen.substring(0, index + text.length());
			}
			if (!readMore()) {
				return Assertions.fail("The server closed the connection before '%s': %s".formatted(text, unseen));
			}
		}
	}

	/**
	 * Reads to the end of the connection.
	 * @return what was read, behind what was read before
	 */
	String readAll() {
		while (true) {
			if (!readMore()) {
				return unseen();
			}
		}
	}

	private String unseen() {
		return this.received.toString(StandardCharsets.UTF_8).substring(this.seen);
	}

	private boolean readMore() {
		try {
			InputStream in = this.socket.getInputStream();
			byte[] buffer = new byte[8192];
			int length = in.read(buffer);
			if (length > 0) {
				this.received.write(buffer, 0, length);
			}
			return length != -1;
		}
		catch (SocketException ex) {
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(unseen(), ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
