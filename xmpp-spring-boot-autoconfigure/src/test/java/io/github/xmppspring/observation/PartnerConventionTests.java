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

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import io.micrometer.common.KeyValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PartnerConvention}.
 *
 * @author XMPP for Spring Boot contributors
 */
class PartnerConventionTests {

	@ParameterizedTest
	@CsvSource({ "juliet@customers.example.org/balcony, customers.example.org", "eve@example.com, other" })
	void addsToWhatIsTold(String sender, String partner) {
		Iq request = Iq.get(Element.of("urn:example:any", "any")).from(sender).build();

		assertThat(new PartnerConvention()
			.getLowCardinalityKeyValues(new IqServerObservationContext(request, IqPayloadNames.UNKNOWN))).hasSize(5)
			.contains(KeyValue.of("partner", partner));
	}

}
