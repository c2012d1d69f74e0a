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

package io.github.xmppspring.mistakes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A server on loopback that says what it is told to, whatever it hears: one text for each
 * piece of XML that comes.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RawServer implements AutoCloseable {

	static final String HEADER = "<stream:stream xmlns='jabber:client' from='example.org' id='s1' version='1.0' "
			+ "xmlns:stream='http://etherx.jabber.org/streams'>";

	private final ServerSocket listener;

	private final List<String> answers;

	RawServer(String... answers) {
		this.answers = List.of(answers);
		try {
			this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	int port() {
		return this.listener.getLocalPort();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "raw-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		while (!this.listener.isClosed()) {
			try {
				Socket accepted = this.listener.accept();
				start(() -> answer(accepted));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void answer(Socket connection) {
		byte[] buffer = new byte[8192];
		try (connection; InputStream in = connection.getInputStream()) {
			for (String answer : this.answers) {
				if (in.read(buffer) == -1) {
					return;
				}
				connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
			}
			if (this.answers.isEmpty()) {
				return;
			}
			in.transferTo(java.io.OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			// the client has gone
		}
	}

}
