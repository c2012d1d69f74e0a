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

package io.github.xmppspring.ejabberd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppMode;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * As whom an application can log in to an ejabberd in a container. It is told by labels
 * of the container, or else by the environment that makes the image create an account.
 *
 * <table>
 * <caption>Labels</caption>
 * <tr>
 * <td>{@code io.github.xmppspring.jid}</td>
 * <td>JID of the account, or domain of the component</td>
 * </tr>
 * <tr>
 * <td>{@code io.github.xmppspring.password}</td>
 * <td>its password or secret; not needed for an account that the environment creates</td>
 * </tr>
 * <tr>
 * <td>{@code io.github.xmppspring.mode}</td>
 * <td>{@code client}, which is the default, or {@code component}</td>
 * </tr>
 * <tr>
 * <td>{@code io.github.xmppspring.port}</td>
 * <td>port within the container, by default 5222 for clients and 5347 for components</td>
 * </tr>
 * </table>
 *
 * <p>
 * In the environment it is the first {@code register <user> <host> <password>} of
 * {@code CTL_ON_CREATE} or {@code CTL_ON_START}, or the administrator of
 * {@code REGISTER_ADMIN_PASSWORD}.
 *
 * @param mode whether it is an account or a component
 * @param jid the JID of the account or the domain of the component
 * @param password the password of the account or the secret of the component
 * @param port the port within the container
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record EjabberdAccount(XmppMode mode, Jid jid, String password, int port) {

	/**
	 * The port within the container for clients that use STARTTLS.
	 */
	public static final int CLIENT_PORT = 5222;

	/**
	 * The usual port within the container for components.
	 */
	public static final int COMPONENT_PORT = 5347;

	private static final String LABEL = "io.github.xmppspring.";

	public EjabberdAccount {
		Assert.notNull(mode, "'mode' must not be null");
		Assert.notNull(jid, "'jid' must not be null");
		Assert.notNull(password, "'password' must not be null");
	}

	/**
	 * Find the account of a container.
	 * @param environment the environment of the container
	 * @param labels the labels of the container
	 * @return the account
	 * @throws IllegalStateException if neither labels nor environment tell of one
	 */
	public static EjabberdAccount of(Map<String, ? extends @Nullable String> environment, Map<String, String> labels) {
		XmppMode mode = mode(labels);
		String jid = labels.get(LABEL + "jid");
		String password = labels.get(LABEL + "password");
		int port = port(labels, mode);
		if (jid != null && password != null) {
			return new EjabberdAccount(mode, Jid.of(jid), password, port);
		}
		if (mode == XmppMode.COMPONENT) {
			throw new IllegalStateException(
					"A component needs the labels '" + LABEL + "jid' and '" + LABEL + "password' on the container");
		}
		Jid wanted = (jid != null) ? Jid.of(jid) : null;
		Registration registration = registrations(environment)
			.filter((candidate) -> wanted == null || candidate.jid().equals(wanted.bare()))
			.findFirst()
			.orElseThrow(EjabberdAccount::noAccount);
		return new EjabberdAccount(mode, (wanted != null) ? wanted : registration.jid(), registration.password(), port);
	}

	private static IllegalStateException noAccount() {
		return new IllegalStateException("The ejabberd container tells of no account to log in to: set its environment "
				+ "variable CTL_ON_CREATE to 'register <user> <host> <password>', or the labels '" + LABEL
				+ "jid' and '" + LABEL + "password'");
	}

	private static XmppMode mode(Map<String, String> labels) {
		String mode = labels.getOrDefault(LABEL + "mode", "client");
		return switch (mode.toLowerCase(Locale.ROOT)) {
			case "client" -> XmppMode.CLIENT;
			case "component" -> XmppMode.COMPONENT;
			default -> throw new IllegalStateException(
					"The label '" + LABEL + "mode' must be 'client' or 'component' and not '" + mode + "'");
		};
	}

	private static int port(Map<String, String> labels, XmppMode mode) {
		String port = labels.get(LABEL + "port");
		if (port == null) {
			return (mode == XmppMode.CLIENT) ? CLIENT_PORT : COMPONENT_PORT;
		}
		try {
			return Integer.parseInt(port.strip());
		}
		catch (NumberFormatException ex) {
			throw new IllegalStateException("The label '" + LABEL + "port' must be a number and not '" + port + "'");
		}
	}

	private static Stream<Registration> registrations(Map<String, ? extends @Nullable String> environment) {
		List<Registration> registrations = new ArrayList<>();
		for (String variable : List.of("CTL_ON_CREATE", "CTL_ON_START")) {
			String commands = environment.get(variable);
			if (StringUtils.hasText(commands)) {
				Stream.of(commands.split("\\s+;(?:\\s+|$)"))
					.map(Registration::parse)
					.flatMap(Optional::stream)
					.forEach(registrations::add);
			}
		}
		String password = environment.get("REGISTER_ADMIN_PASSWORD");
		if (StringUtils.hasText(password)) {
			registrations.add(new Registration(administrator(environment), password));
		}
		return registrations.stream();
	}

	private static Jid administrator(Map<String, ? extends @Nullable String> environment) {
		String administrator = Objects.requireNonNullElse(environment.get("EJABBERD_MACRO_ADMIN"), "admin");
		String host = Objects.requireNonNullElse(environment.get("EJABBERD_MACRO_HOST"), "localhost");
		return Jid.of(administrator.contains("@") ? administrator : administrator + "@" + host);
	}

	// Whatever logs the account logs no password
	@Override
	public String toString() {
		return this.jid + " (" + this.mode.name().toLowerCase(Locale.ROOT) + ", port " + this.port + ")";
	}

	/**
	 * A command that creates an account.
	 *
	 * @param jid the bare JID
	 * @param password the password
	 */
	private record Registration(Jid jid, String password) {

		static Optional<Registration> parse(String command) {
			String[] words = StringUtils.tokenizeToStringArray(withoutMark(command.strip()), " \t\r\n");
			return (words.length == 4 && words[0].equals("register"))
					? Optional.of(new Registration(Jid.of(words[1] + "@" + words[2]), words[3])) : Optional.empty();
		}

		// "!" before a command lets its failure be ignored
		private static String withoutMark(String command) {
			return command.startsWith("!") ? command.substring(1) : command;
		}

	}

}
