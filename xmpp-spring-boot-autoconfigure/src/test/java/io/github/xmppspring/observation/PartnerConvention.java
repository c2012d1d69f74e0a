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

package io.github.xmppspring.observation;

import java.util.Set;

import io.github.xmppspring.address.Jid;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * A convention of an application: it tells which partner asks.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::convention[]
@Component
class PartnerConvention extends DefaultIqServerObservationConvention {

	private static final Set<String> PARTNERS = Set.of("customers.example.org", "suppliers.example.org");

	@Override
	public KeyValues getLowCardinalityKeyValues(IqServerObservationContext context) {
		return super.getLowCardinalityKeyValues(context).and("partner", partner(context.getRequest().from()));
	}

	private static String partner(@Nullable Jid sender) {
		return (sender != null && PARTNERS.contains(sender.domain())) ? sender.domain() : "other";
	}

}
// end::convention[]
