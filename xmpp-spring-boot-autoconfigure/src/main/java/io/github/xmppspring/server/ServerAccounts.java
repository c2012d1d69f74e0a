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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The accounts of a server. They live in memory, their passwords in clear: an embedded
 * server is for development and tests.
 * <p>
 * Safe for use by several threads.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class ServerAccounts {

	/** The most accounts that come into being by themselves. */
	private static final int MAX_NEW_ACCOUNTS = 100_000;

	private final ConcurrentMap<String, String> passwords = new ConcurrentHashMap<>();

	private final Jid domain;

	private final boolean newAccounts;

	private final @Nullable String newAccountPassword;

	private final Consumer<Jid> removed;

	/**
	 * Creates the accounts of a server: none.
	 * @param settings the settings of the server
	 * @param removed is told about accounts that are gone
	 */
	ServerAccounts(ServerSettings settings, Consumer<Jid> removed) {
		this.domain = settings.domain();
		this.newAccounts = settings.newAccounts();
		this.newAccountPassword = settings.newAccountPassword();
		this.removed = removed;
	}

	/**
	 * Creates an account, or gives it another password.
	 * @param local the localpart of its JID
	 * @param password the password
	 * @return the bare JID of the account
	 * @throws JidFormatException if the localpart is not allowed in a JID
	 */
	public Jid create(String local, String password) {
		Assert.hasLength(password, "'password' must not be empty");
		Jid account = account(local);
		this.passwords.put(name(account), password);
		return account;
	}

	/**
	 * Removes an account with everything the server keeps for it, and ends its sessions
	 * with the stream error {@code not-authorized}.
	 * @param local the localpart of its JID
	 * @return whether there was such an account
	 */
	public boolean remove(String local) {
		Jid account = account(local);
		boolean existed = this.passwords.remove(name(account)) != null;
		if (existed) {
			this.removed.accept(account);
		}
		return existed;
	}

	/**
	 * Whether an account exists.
	 * @param local the localpart of its JID
	 * @return whether it was created and not removed
	 */
	public boolean exists(String local) {
		return password(local) != null;
	}

	/**
	 * The password of an account.
	 * @param local the localpart of its JID
	 * @return the password, or {@code null} if there is no such account
	 */
	public @Nullable String password(String local) {
		try {
			return this.passwords.get(name(account(local)));
		}
		catch (JidFormatException ex) {
			return null;
		}
	}

	/**
	 * The localparts of all accounts.
	 * @return the names in their order, as they are now
	 */
	public Set<String> names() {
		return new TreeSet<>(this.passwords.keySet());
	}

	/**
	 * The password with which someone may log in without showing it.
	 * @param local the localpart of the JID
	 * @return the password of the account or of accounts to come, or {@code null} if
	 * there is none
	 */
	@Nullable String passwordForLogin(String local) {
		String password = password(local);
		return (password == null && mayBeNew()) ? this.newAccountPassword : password;
	}

	/**
	 * Checks a password, and creates the account if that is allowed.
	 * @param local the localpart of the JID
	 * @param password what was given for a password
	 * @return whether it is right
	 */
	boolean accepts(String local, String password) {
		String expected = passwordForLogin(local);
		if (expected == null && mayBeNew() && !password.isEmpty()) {
			expected = this.passwords.computeIfAbsent(name(account(local)), (name) -> password);
		}
		return expected != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
				password.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Sees to it that the account of someone who has logged in exists.
	 * @param account the bare JID
	 */
	void loggedIn(Jid account) {
		String password = this.newAccountPassword;
		if (password != null && mayBeNew()) {
			this.passwords.putIfAbsent(name(account), password);
		}
	}

	private boolean mayBeNew() {
		return this.newAccounts && this.passwords.size() < MAX_NEW_ACCOUNTS;
	}

	/**
	 * Whether there is an account with this address.
	 * @param jid a JID
	 * @return whether its bare JID is that of an account
	 */
	boolean has(Jid jid) {
		String local = jid.local();
		return local != null && jid.domain().equals(this.domain.domain()) && this.passwords.containsKey(local);
	}

	private Jid account(String local) {
		Assert.hasLength(local, "'local' must not be empty");
		return Jid.of(local, this.domain.domain(), null);
	}

	private static String name(Jid account) {
		String local = account.local();
		Assert.state(local != null, "An account has a localpart");
		return local;
	}

}
