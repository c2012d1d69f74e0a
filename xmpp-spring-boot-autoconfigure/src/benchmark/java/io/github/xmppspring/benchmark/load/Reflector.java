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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * The process of a stand-in for a server that costs next to nothing: it answers requests
 * with bytes made beforehand and checks nothing, passwords least of all.
 *
 * <ul>
 * <li>{@code port}: tells the port for clients</li>
 * <li>{@code pump <resource> <load>}: sends requests to a client, returns when all in
 * flight have been answered once</li>
 * <li>{@code measure <resource> <milliseconds>}: counts for a time</li>
 * <li>{@code stop <resource>}: sends it no more requests</li>
 * </ul>
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class Reflector implements CommandLoop.Commands {

	static final String PASSWORD = "secret";

	private final Map<String, ReflectedStream> streams = new ConcurrentHashMap<>();

	private final ServerSocket server;

	private final ScramServer scram = new ScramServer(PASSWORD);

	private final @Nullable SSLContext tls;

	private Reflector(ServerSocket server, @Nullable SSLContext tls) throws Exception {
		this.server = server;
		this.tls = tls;
	}

	/**
	 * Runs a reflector.
	 * @param args the key store for TLS, if there is to be TLS
	 * @throws Exception if it cannot be started
	 */
	public static void main(String[] args) throws Exception {
		CommandLoop loop = CommandLoop.onStandardStreams();
		SSLContext tls = (args.length > 0) ? TrustStore.serverContext(Path.of(args[0])) : null;
		Reflector reflector = new Reflector(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), tls);
		Thread acceptor = new Thread(reflector::accept, "acceptor");
		acceptor.setDaemon(true);
		acceptor.start();
		loop.run(reflector);
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.server.accept();
				socket.setTcpNoDelay(true);
				Thread thread = new Thread(new ReflectedStream(socket, this.scram, this.tls, this.streams::put),
						"stream");
				thread.setDaemon(true);
				thread.start();
			}
		}
		catch (IOException ex) {
			ex.printStackTrace();
		}
	}

	@Override
	public String execute(String[] words) throws Exception {
		return switch (words[0]) {
			case "port" -> Integer.toString(this.server.getLocalPort());
			case "pump" -> pump(words[1], Load.of(words[2]));
			case "measure" -> stream(words[1]).measure(Long.parseLong(words[2])).toString();
			case "stop" -> {
				stream(words[1]).stopPump();
				yield "";
			}
			default -> throw new IllegalArgumentException("There is no command '" + words[0] + "'");
		};
	}

	private String pump(String resource, Load load) throws Exception {
		stream(resource).pump(load);
		return "";
	}

	private ReflectedStream stream(String resource) {
		ReflectedStream stream = this.streams.get(resource);
		if (stream == null) {
			throw new IllegalStateException("There is no client with the resource '" + resource + "'");
		}
		return stream;
	}

}
