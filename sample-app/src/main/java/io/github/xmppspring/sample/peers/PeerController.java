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

package io.github.xmppspring.sample.peers;

import java.time.Duration;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.template.IqOperations;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Asks peers on behalf of HTTP clients. In the path the slash before a resource is
 * {@code %2F}.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::controller[]
@RestController
class PeerController {

	private final IqOperations iq;

	PeerController(IqOperations iq) {
		this.iq = iq;
	}

	@GetMapping(path = "/peers/{jid}/version", produces = MediaType.APPLICATION_JSON_VALUE)
	Software version(@PathVariable Jid jid) {
		SoftwareVersion version = this.iq.get(SoftwareVersion.request())
			.to(jid)
			.timeout(Duration.ofSeconds(10))
			.retrieve(SoftwareVersion.class);
		return new Software(version.name(), version.version(), version.os());
	}

	record Software(@Nullable String name, @Nullable String version, @Nullable String os) {
	}

}
// end::controller[]
