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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.IqType;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The application that is measured. It makes each answer anew, as one that had looked
 * something up would.
 *
 * @author XMPP for Spring Boot contributors
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class StarterApplication {

	@Bean
	Handlers handlers() {
		return new Handlers();
	}

	static final class Handlers {

		@IqHandler(type = IqType.GET)
		SoftwareVersion version(SoftwareVersion request) {
			return new SoftwareVersion(Sample.SOFTWARE, Sample.VERSION, Sample.SYSTEM);
		}

		@IqHandler(type = IqType.GET)
		Roster roster(Roster request) {
			Roster.Item[] items = new Roster.Item[Sample.CONTACTS];
			for (int i = 0; i < items.length; i++) {
				items[i] = Roster.Item.of(Jid.of(Sample.contact(i)), Sample.contactName(i), Sample.GROUP);
			}
			return Roster.of(items);
		}

	}

}
