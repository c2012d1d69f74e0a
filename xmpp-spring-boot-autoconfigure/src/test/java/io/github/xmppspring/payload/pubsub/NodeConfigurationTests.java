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

package io.github.xmppspring.payload.pubsub;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.dataform.FormField;
import io.github.xmppspring.payload.pubsub.NodeConfiguration.AccessModel;
import io.github.xmppspring.payload.pubsub.NodeConfiguration.PublishModel;
import io.github.xmppspring.payload.pubsub.NodeConfiguration.SendLastPublishedItem;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link NodeConfiguration} and {@link SubscriptionOptions}.
 *
 * @author XMPP for Spring Boot contributors
 */
class NodeConfigurationTests {

	private static final DataForm OFFERED = DataForm.CODEC.read(Element.parse("""
			<x xmlns='jabber:x:data' type='form'>
			  <title>Configuration</title>
			  <field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/pubsub#node_config</value></field>
			  <field type='fixed'><value>Mind the gap</value></field>
			  <field var='pubsub#title' type='text-single' label='A name'><value>News</value></field>
			  <field var='pubsub#access_model' type='list-single'>
			    <option><value>open</value></option>
			    <option><value>whitelist</value></option>
			    <value>whitelist</value>
			  </field>
			  <field var='pubsub#publish_model' type='list-single'><value>friends</value></field>
			  <field var='pubsub#persist_items' type='boolean'><value>true</value></field>
			  <field var='pubsub#max_items' type='text-single'><value>max</value></field>
			  <field var='x-special' type='list-multi'><value>a</value><value>b</value></field>
			</x>"""));

	@Test
	void usualFieldsHaveNames() {
		NodeConfiguration configuration = new NodeConfiguration(OFFERED);

		assertThat(configuration.title()).isEqualTo("News");
		assertThat(configuration.accessModel()).isEqualTo(AccessModel.WHITELIST);
		assertThat(configuration.publishModel()).isNull();
		assertThat(configuration.sendLastPublishedItem()).isNull();
		assertThat(configuration.persistItems()).isTrue();
		assertThat(configuration.maxItems()).isEqualTo("max");
	}

	@Test
	void offeredFormIsSubmittedWithChanges() {
		NodeConfiguration changed = new NodeConfiguration(OFFERED).mutate()
			.accessModel(AccessModel.OPEN)
			.maxItems(7)
			.build();

		assertThat(changed.toSubmit()).isEqualTo(DataForm.submit(NodeConfiguration.FORM_TYPE)
			.text("pubsub#title", "News")
			.text("pubsub#access_model", "open")
			.text("pubsub#publish_model", "friends")
			.text("pubsub#persist_items", "true")
			.text("pubsub#max_items", "7")
			.texts("x-special", List.of("a", "b"))
			.build());
	}

	@Test
	void everyFieldIsWrittenAsTheRegistryNamesIt() {
		NodeConfiguration configuration = NodeConfiguration.builder()
			.accessModel(AccessModel.ROSTER)
			.publishModel(PublishModel.SUBSCRIBERS)
			.sendLastPublishedItem(SendLastPublishedItem.ON_SUB_AND_PRESENCE)
			.persistItems(true)
			.unlimitedItems()
			.itemExpiry(Duration.ofDays(1))
			.title("News")
			.description("What is new")
			.payloadType("urn:example:news")
			.maxPayloadSize(1000)
			.deliverPayloads(false)
			.notifyRetract(true)
			.notifyDelete(true)
			.notifyConfiguration(false)
			.notifySubscriptions(false)
			.rosterGroups(List.of("friends", "colleagues"))
			.field(FormField.of("x-special", "1"))
			.build();

		assertThat(configuration.form()).isEqualTo(DataForm.submit(NodeConfiguration.FORM_TYPE)
			.text("pubsub#access_model", "roster")
			.text("pubsub#publish_model", "subscribers")
			.text("pubsub#send_last_published_item", "on_sub_and_presence")
			.text("pubsub#persist_items", "1")
			.text("pubsub#max_items", "max")
			.text("pubsub#item_expire", "86400")
			.text("pubsub#title", "News")
			.text("pubsub#description", "What is new")
			.text("pubsub#type", "urn:example:news")
			.text("pubsub#max_payload_size", "1000")
			.text("pubsub#deliver_payloads", "0")
			.text("pubsub#notify_retract", "1")
			.text("pubsub#notify_delete", "1")
			.text("pubsub#notify_config", "0")
			.text("pubsub#notify_sub", "0")
			.texts("pubsub#roster_groups_allowed", List.of("friends", "colleagues"))
			.text("x-special", "1")
			.build());
	}

	@Test
	void publisherDemandsItAsPublishOptions() {
		NodeConfiguration configuration = NodeConfiguration.builder().accessModel(AccessModel.PRESENCE).build();

		assertThat(configuration.toPublishOptions()).isEqualTo(
				DataForm.submit(NodeConfiguration.PUBLISH_OPTIONS).text("pubsub#access_model", "presence").build());
	}

	@Test
	void fieldWithoutNameIsRefused() {
		FormField unnamed = new FormField(null, null, null, List.of(), List.of());

		assertThatIllegalArgumentException().isThrownBy(() -> NodeConfiguration.builder().field(unnamed));
		assertThatIllegalArgumentException().isThrownBy(() -> SubscriptionOptions.builder().field(unnamed));
	}

	@Test
	void optionsAreReadAsTheyAreWritten() {
		Instant expiry = Instant.parse("2026-02-28T23:59:59Z");

		SubscriptionOptions options = SubscriptionOptions.builder()
			.deliver(true)
			.digest(Duration.ofMinutes(1))
			.expiry(expiry)
			.includeBody(false)
			.showValues("online", "away")
			.build();

		assertThat(options.toSubmit()).isEqualTo(DataForm.submit(SubscriptionOptions.FORM_TYPE)
			.text("pubsub#deliver", "1")
			.text("pubsub#digest", "1")
			.text("pubsub#digest_frequency", "60000")
			.text("pubsub#expire", "2026-02-28T23:59:59Z")
			.text("pubsub#include_body", "0")
			.texts("pubsub#show-values", List.of("online", "away"))
			.build());
		assertThat(options.deliver()).isTrue();
		assertThat(options.digest()).isTrue();
		assertThat(options.digestFrequency()).isEqualTo(Duration.ofMinutes(1));
		assertThat(options.expiry()).isEqualTo(expiry);
		assertThat(options.includeBody()).isFalse();
		assertThat(options.showValues()).containsExactly("online", "away");
	}

	@Test
	void temporarySubscriptionHasNoTimeOfExpiry() {
		SubscriptionOptions options = SubscriptionOptions.builder().temporary().build();

		assertThat(options.toSubmit())
			.isEqualTo(DataForm.submit(SubscriptionOptions.FORM_TYPE).text("pubsub#expire", "presence").build());
		assertThat(options.isTemporary()).isTrue();
		assertThat(options.expiry()).isNull();
		assertThat(SubscriptionOptions.builder().build().isTemporary()).isFalse();
	}

	@Test
	void expiryThatIsNoTimeIsComplainedOf() {
		SubscriptionOptions options = SubscriptionOptions.builder()
			.field(FormField.of("pubsub#expire", "tomorrow"))
			.build();

		assertThatExceptionOfType(PayloadException.class).isThrownBy(options::expiry)
			.withMessageContaining("pubsub#expire")
			.withNoCause();
	}

}
