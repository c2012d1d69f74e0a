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

package io.github.xmppspring.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.springframework.util.Assert;

/**
 * Logs in the peers of a test. Peers that the test does not close are closed after it:
 * those of parameters with the test that has them, those that are logged in here after
 * any test method with this context.
 * <p>
 * On the embedded server each name has an account of its own. On any other server, the
 * peers are further sessions of the account of the application, with their names for
 * resources; a bean of this type can give them accounts of their own.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class XmppPeers implements AutoCloseable {

	private final List<XmppPeer> peers = new CopyOnWriteArrayList<>();

	private final Function<String, XmppPeer> login;

	/**
	 * Creates the peers, none yet.
	 * @param login logs in a peer by its name
	 */
	public XmppPeers(Function<String, XmppPeer> login) {
		Assert.notNull(login, "'login' must not be null");
		this.login = login;
	}

	/**
	 * Logs in a peer. The same name again is another session.
	 * @param name the name, such as {@code juliet}
	 * @return the peer
	 */
	public XmppPeer login(String name) {
		XmppPeer peer = this.login.apply(name);
		this.peers.add(peer);
		return peer;
	}

	/**
	 * Logs in a peer that is closed by whoever asks for it.
	 * @param name the name
	 * @return the peer
	 */
	XmppPeer loginForCaller(String name) {
		return this.login.apply(name);
	}

	/**
	 * Closes all peers that were logged in here. More may log in afterwards.
	 */
	@Override
	public void close() {
		List<XmppPeer> closing = List.copyOf(this.peers);
		this.peers.removeAll(closing);
		closing.forEach(XmppPeer::close);
	}

}
