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

package io.github.xmppspring.handler;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * All routes. That of a request is found by its namespace and then by its name, without
 * an object that puts both together.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqRoutes {

	private final Map<IqMapping, IqRoute> routes = new HashMap<>();

	private final Map<String, Names> gets = new HashMap<>();

	private final Map<String, Names> sets = new HashMap<>();

	private final Set<String> namespaces = new TreeSet<>();

	/**
	 * Builds the table.
	 * @param routes all routes
	 * @throws AmbiguousIqMappingException if two of them have the same mapping and
	 * neither gives way
	 */
	IqRoutes(List<IqRoute> routes) {
		routes.stream().filter((route) -> !route.fallback()).forEach(this::add);
		Set<IqMapping> taken = Set.copyOf(this.routes.keySet());
		routes.stream().filter((route) -> route.fallback() && !isTaken(taken, route.mapping())).forEach(this::add);
	}

	private void add(IqRoute route) {
		IqRoute other = this.routes.putIfAbsent(route.mapping(), route);
		if (other != null) {
			throw new AmbiguousIqMappingException(route.mapping(), other.description(), route.description());
		}
		String namespace = route.mapping().namespace();
		this.namespaces.add(namespace);
		routesOf(route.mapping().type()).computeIfAbsent(namespace, (key) -> new Names()).add(route);
	}

	private Map<String, Names> routesOf(IqType type) {
		return (type == IqType.GET) ? this.gets : this.sets;
	}

	private static boolean isTaken(Set<IqMapping> taken, IqMapping mapping) {
		return taken.contains(mapping) || taken.contains(mapping.withAnyName());
	}

	@Nullable IqRoute find(Iq request) {
		Element payload = request.payload();
		if (payload == null || !request.isRequest()) {
			return null;
		}
		Names names = routesOf(request.type()).get(payload.namespace());
		return (names != null) ? names.find(payload.localName()) : null;
	}

	/**
	 * The namespaces in which there is any route.
	 * @return the namespace names in alphabetical order
	 */
	Set<String> namespaces() {
		return Collections.unmodifiableSet(this.namespaces);
	}

	List<IqMappingInfo> describe() {
		return this.routes.values()
			.stream()
			.map((route) -> new IqMappingInfo(route.mapping(), route.description(), route.calls().calls(),
					route.calls().errors()))
			.sorted(Comparator.comparing((info) -> info.mapping().toString()))
			.toList();
	}

	/**
	 * The routes of one type in one namespace.
	 */
	private static final class Names {

		private final Map<String, IqRoute> routes = new HashMap<>();

		private @Nullable IqRoute ofAnyName;

		private void add(IqRoute route) {
			String name = route.mapping().name();
			if (name != null) {
				this.routes.put(name, route);
			}
			else {
				this.ofAnyName = route;
			}
		}

		private @Nullable IqRoute find(String name) {
			IqRoute route = this.routes.get(name);
			return (route != null) ? route : this.ofAnyName;
		}

	}

}
