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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.namespace.QName;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The services of the server by what they understand. Each request gets exactly one
 * answer. Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Services {

	private static final Log logger = LogFactory.getLog(Services.class);

	private final Map<QName, Service> services = new LinkedHashMap<>();

	void add(Service service) {
		this.services.put(service.payload(), service);
	}

	/**
	 * Answers a request.
	 * @param request the request
	 * @param scope on whose behalf
	 * @return the response
	 */
	Iq answer(Iq request, Service.Scope scope) {
		Service service = this.services.get(request.payloadName());
		if (service == null || !service.scopes().contains(scope)) {
			return request.error(conditionOfMiss(request, service));
		}
		try {
			return service.answer(request, scope);
		}
		catch (StanzaErrorException ex) {
			return request.error(ex.error());
		}
		catch (RuntimeException ex) {
			logger.error("The service for " + service.payload() + " failed", ex);
			return request.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR);
		}
	}

	private StanzaErrorCondition conditionOfMiss(Iq request, @Nullable Service service) {
		QName name = request.payloadName();
		boolean known = service == null && name != null
				&& this.services.keySet()
					.stream()
					.anyMatch((other) -> other.getNamespaceURI().equals(name.getNamespaceURI()));
		return known ? StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED : StanzaErrorCondition.SERVICE_UNAVAILABLE;
	}

	/**
	 * What can be asked for.
	 * @param scope on whose behalf
	 * @return the features as service discovery names them
	 */
	List<String> features(Service.Scope scope) {
		return this.services.values()
			.stream()
			.filter((service) -> service.scopes().contains(scope))
			.map((service) -> service.payload().getNamespaceURI())
			.distinct()
			.sorted()
			.toList();
	}

}
