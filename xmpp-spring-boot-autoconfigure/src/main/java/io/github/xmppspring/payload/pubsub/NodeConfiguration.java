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
import java.util.List;
import java.util.Locale;

import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.dataform.FormField;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The configuration of a node (XEP-0060, 16.4.4): a data form and names for its usual
 * fields. Services know different ones, all of which are in the form.
 *
 * @param form the form, to be filled in or filled in
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record NodeConfiguration(DataForm form) {

	/**
	 * The kind of forms that configure nodes.
	 */
	public static final String FORM_TYPE = "http://jabber.org/protocol/pubsub#node_config";

	/**
	 * The kind of forms that say how a node must be configured.
	 */
	public static final String PUBLISH_OPTIONS = "http://jabber.org/protocol/pubsub#publish-options";

	private static final String ACCESS_MODEL = "pubsub#access_model";

	private static final String PUBLISH_MODEL = "pubsub#publish_model";

	private static final String PERSIST_ITEMS = "pubsub#persist_items";

	private static final String MAX_ITEMS = "pubsub#max_items";

	private static final String SEND_LAST = "pubsub#send_last_published_item";

	private static final String TITLE = "pubsub#title";

	public NodeConfiguration {
		Assert.notNull(form, "'form' must not be null");
	}

	/**
	 * Starts a configuration that says nothing yet.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder(new FilledForm());
	}

	/**
	 * Starts a configuration with the values of this one.
	 * @return a builder
	 */
	public Builder mutate() {
		return new Builder(FilledForm.of(this.form));
	}

	/**
	 * The values of this configuration for the owner to set.
	 * @return a form to submit
	 */
	public DataForm toSubmit() {
		return FilledForm.of(this.form).submit(FORM_TYPE);
	}

	/**
	 * The values of this configuration for a publisher to demand (XEP-0060, 7.1.5).
	 * @return a form to submit
	 */
	public DataForm toPublishOptions() {
		return FilledForm.of(this.form).submit(PUBLISH_OPTIONS);
	}

	/**
	 * Who may subscribe and retrieve items.
	 * @return the access model, or {@code null} if it is not told, or is one that
	 * XEP-0060 does not know
	 */
	public @Nullable AccessModel accessModel() {
		return find(AccessModel.values(), ACCESS_MODEL);
	}

	/**
	 * Who may publish.
	 * @return the publish model, or {@code null} if it is not told, or is one that
	 * XEP-0060 does not know
	 */
	public @Nullable PublishModel publishModel() {
		return find(PublishModel.values(), PUBLISH_MODEL);
	}

	/**
	 * When the last item is sent.
	 * @return the occasion, or {@code null} if it is not told, or is one that XEP-0060
	 * does not know
	 */
	public @Nullable SendLastPublishedItem sendLastPublishedItem() {
		return find(SendLastPublishedItem.values(), SEND_LAST);
	}

	/**
	 * Whether items are stored.
	 * @return whether they are, or {@code null} if it is not told
	 */
	public @Nullable Boolean persistItems() {
		return this.form.flag(PERSIST_ITEMS);
	}

	/**
	 * How many items are stored.
	 * @return a number, or {@code max} for as many as the service allows, or {@code null}
	 * if it is not told
	 */
	public @Nullable String maxItems() {
		return this.form.text(MAX_ITEMS);
	}

	/**
	 * The name of the node for people to read.
	 * @return the title, or {@code null} if there is none
	 */
	public @Nullable String title() {
		return this.form.text(TITLE);
	}

	private <E extends Enum<E>> @Nullable E find(E[] candidates, String field) {
		String value = this.form.text(field);
		for (E candidate : candidates) {
			if (valueOf(candidate).equals(value)) {
				return candidate;
			}
		}
		return null;
	}

	private static String valueOf(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Who may subscribe to a node and retrieve its items (XEP-0060, 4.5).
	 */
	public enum AccessModel {

		/**
		 * Whom an owner approves.
		 */
		AUTHORIZE,

		/**
		 * Anyone.
		 */
		OPEN,

		/**
		 * Whoever may see the owner's presence.
		 */
		PRESENCE,

		/**
		 * Whoever is in certain groups of the owner's roster.
		 */
		ROSTER,

		/**
		 * Whom an owner made a member.
		 */
		WHITELIST

	}

	/**
	 * Who may publish to a node (XEP-0060, 16.4.4).
	 */
	public enum PublishModel {

		/**
		 * Whom an owner made a publisher.
		 */
		PUBLISHERS,

		/**
		 * Subscribers.
		 */
		SUBSCRIBERS,

		/**
		 * Anyone.
		 */
		OPEN

	}

	/**
	 * When the last item is sent, besides its publication (XEP-0060, 16.4.4).
	 */
	public enum SendLastPublishedItem {

		/**
		 * Never.
		 */
		NEVER,

		/**
		 * To new subscribers.
		 */
		ON_SUB,

		/**
		 * To new subscribers, and to subscribers who come online.
		 */
		ON_SUB_AND_PRESENCE

	}

	/**
	 * Collects what shall be configured.
	 */
	public static final class Builder {

		private final FilledForm form;

		private Builder(FilledForm form) {
			this.form = form;
		}

		/**
		 * Who may subscribe and retrieve items.
		 * @param accessModel the access model
		 * @return this builder
		 */
		public Builder accessModel(AccessModel accessModel) {
			this.form.text(ACCESS_MODEL, valueOf(accessModel));
			return this;
		}

		/**
		 * Who may publish.
		 * @param publishModel the publish model
		 * @return this builder
		 */
		public Builder publishModel(PublishModel publishModel) {
			this.form.text(PUBLISH_MODEL, valueOf(publishModel));
			return this;
		}

		/**
		 * When the last item is sent.
		 * @param occasion the occasion
		 * @return this builder
		 */
		public Builder sendLastPublishedItem(SendLastPublishedItem occasion) {
			this.form.text(SEND_LAST, valueOf(occasion));
			return this;
		}

		/**
		 * Whether items are stored.
		 * @param persist whether they are
		 * @return this builder
		 */
		public Builder persistItems(boolean persist) {
			this.form.flag(PERSIST_ITEMS, persist);
			return this;
		}

		/**
		 * How many items are stored; the latest ones stay.
		 * @param maxItems how many
		 * @return this builder
		 */
		public Builder maxItems(int maxItems) {
			this.form.text(MAX_ITEMS, maxItems);
			return this;
		}

		/**
		 * Stores as many items as the service allows.
		 * @return this builder
		 */
		public Builder unlimitedItems() {
			this.form.text(MAX_ITEMS, "max");
			return this;
		}

		/**
		 * How long items are stored.
		 * @param expiry how long, in full seconds
		 * @return this builder
		 */
		public Builder itemExpiry(Duration expiry) {
			this.form.text("pubsub#item_expire", expiry.toSeconds());
			return this;
		}

		/**
		 * The name of the node for people to read.
		 * @param title the title
		 * @return this builder
		 */
		public Builder title(String title) {
			this.form.text(TITLE, title);
			return this;
		}

		/**
		 * What the node is about.
		 * @param description a text for people
		 * @return this builder
		 */
		public Builder description(String description) {
			this.form.text("pubsub#description", description);
			return this;
		}

		/**
		 * What payloads are.
		 * @param namespace the namespace of the payloads
		 * @return this builder
		 */
		public Builder payloadType(String namespace) {
			this.form.text("pubsub#type", namespace);
			return this;
		}

		/**
		 * How large a payload may be.
		 * @param bytes the limit in bytes
		 * @return this builder
		 */
		public Builder maxPayloadSize(int bytes) {
			this.form.text("pubsub#max_payload_size", bytes);
			return this;
		}

		/**
		 * Whether events hold the payloads of items.
		 * @param deliver whether they do
		 * @return this builder
		 */
		public Builder deliverPayloads(boolean deliver) {
			this.form.flag("pubsub#deliver_payloads", deliver);
			return this;
		}

		/**
		 * Whether subscribers are told when an item is deleted.
		 * @param notify whether they are
		 * @return this builder
		 */
		public Builder notifyRetract(boolean notify) {
			this.form.flag("pubsub#notify_retract", notify);
			return this;
		}

		/**
		 * Whether subscribers are told when the node is deleted.
		 * @param notify whether they are
		 * @return this builder
		 */
		public Builder notifyDelete(boolean notify) {
			this.form.flag("pubsub#notify_delete", notify);
			return this;
		}

		/**
		 * Whether subscribers are told when the configuration changes.
		 * @param notify whether they are
		 * @return this builder
		 */
		public Builder notifyConfiguration(boolean notify) {
			this.form.flag("pubsub#notify_config", notify);
			return this;
		}

		/**
		 * Whether owners are told of subscriptions.
		 * @param notify whether they are
		 * @return this builder
		 */
		public Builder notifySubscriptions(boolean notify) {
			this.form.flag("pubsub#notify_sub", notify);
			return this;
		}

		/**
		 * The groups of the owner's roster for {@link AccessModel#ROSTER}.
		 * @param groups the groups
		 * @return this builder
		 */
		public Builder rosterGroups(List<String> groups) {
			return field(FormField.of("pubsub#roster_groups_allowed", null, groups));
		}

		/**
		 * Sets any field, also one that only this service knows.
		 * @param field the field
		 * @return this builder
		 */
		public Builder field(FormField field) {
			Assert.notNull(field.var(), "The field must have a name");
			this.form.set(field);
			return this;
		}

		/**
		 * The finished configuration.
		 * @return a new configuration
		 */
		public NodeConfiguration build() {
			return new NodeConfiguration(this.form.submit(FORM_TYPE));
		}

	}

}
