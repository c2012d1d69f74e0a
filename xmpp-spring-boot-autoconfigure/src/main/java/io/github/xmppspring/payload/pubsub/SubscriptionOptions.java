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
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.dataform.FormField;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The options of a subscription (XEP-0060, 16.4.2): a data form and names for its usual
 * fields. Services know different ones, all of which are in the form.
 *
 * @param form the form, to be filled in or filled in
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record SubscriptionOptions(DataForm form) {

	/**
	 * The kind of the form.
	 */
	public static final String FORM_TYPE = "http://jabber.org/protocol/pubsub#subscribe_options";

	private static final String DELIVER = "pubsub#deliver";

	private static final String DIGEST = "pubsub#digest";

	private static final String DIGEST_FREQUENCY = "pubsub#digest_frequency";

	private static final String EXPIRE = "pubsub#expire";

	private static final String PRESENCE = "presence";

	private static final String INCLUDE_BODY = "pubsub#include_body";

	private static final String SHOW_VALUES = "pubsub#show-values";

	public SubscriptionOptions {
		Assert.notNull(form, "'form' must not be null");
	}

	/**
	 * Starts options that say nothing yet.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder(new FilledForm());
	}

	/**
	 * Starts options with the values of these.
	 * @return a builder
	 */
	public Builder mutate() {
		return new Builder(FilledForm.of(this.form));
	}

	/**
	 * The values of these options for the subscriber to set.
	 * @return a form to submit
	 */
	public DataForm toSubmit() {
		return FilledForm.of(this.form).submit(FORM_TYPE);
	}

	/**
	 * Whether events are sent.
	 * @return whether they are, or {@code null} if it is not told
	 */
	public @Nullable Boolean deliver() {
		return this.form.flag(DELIVER);
	}

	/**
	 * Whether several events are sent as one.
	 * @return whether they are, or {@code null} if it is not told
	 */
	public @Nullable Boolean digest() {
		return this.form.flag(DIGEST);
	}

	/**
	 * How long events are gathered for one message.
	 * @return how long, or {@code null} if it is not told
	 */
	public @Nullable Duration digestFrequency() {
		Long milliseconds = this.form.number(DIGEST_FREQUENCY);
		return (milliseconds != null) ? Duration.ofMillis(milliseconds) : null;
	}

	/**
	 * Whether the subscription ends when the subscriber goes offline (XEP-0060, 12.4).
	 * @return whether it is temporary
	 */
	public boolean isTemporary() {
		String value = this.form.text(EXPIRE);
		return value != null && value.trim().equals(PRESENCE);
	}

	/**
	 * When the subscription ends.
	 * @return the time, or {@code null} if it is not told or the subscription is
	 * {@linkplain #isTemporary() temporary}
	 * @throws PayloadException if it is something else than a time
	 */
	public @Nullable Instant expiry() {
		String value = this.form.text(EXPIRE);
		try {
			return (value != null && !value.isBlank() && !isTemporary())
					? OffsetDateTime.parse(value.trim()).toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			throw new PayloadException("The field '%s' of a data form must be a time".formatted(EXPIRE));
		}
	}

	/**
	 * Whether messages have a body for people to read besides the payload.
	 * @return whether they have, or {@code null} if it is not told
	 */
	public @Nullable Boolean includeBody() {
		return this.form.flag(INCLUDE_BODY);
	}

	/**
	 * The presence in which the subscriber wants events.
	 * @return values such as {@code away} or {@code online}, empty if it is not told
	 */
	public List<String> showValues() {
		return this.form.texts(SHOW_VALUES);
	}

	/**
	 * Collects options.
	 */
	public static final class Builder {

		private final FilledForm form;

		private Builder(FilledForm form) {
			this.form = form;
		}

		/**
		 * Whether events are sent.
		 * @param deliver whether they are
		 * @return this builder
		 */
		public Builder deliver(boolean deliver) {
			this.form.flag(DELIVER, deliver);
			return this;
		}

		/**
		 * Sends several events as one.
		 * @param frequency how long events are gathered for one message
		 * @return this builder
		 */
		public Builder digest(Duration frequency) {
			this.form.flag(DIGEST, true);
			this.form.text(DIGEST_FREQUENCY, frequency.toMillis());
			return this;
		}

		/**
		 * Lets the subscription end when the subscriber goes offline (XEP-0060, 12.4).
		 * @return this builder
		 */
		public Builder temporary() {
			this.form.text(EXPIRE, PRESENCE);
			return this;
		}

		/**
		 * When the subscription ends.
		 * @param expiry the time
		 * @return this builder
		 */
		public Builder expiry(Instant expiry) {
			this.form.text(EXPIRE, expiry);
			return this;
		}

		/**
		 * Whether messages have a body for people to read besides the payload.
		 * @param include whether they have
		 * @return this builder
		 */
		public Builder includeBody(boolean include) {
			this.form.flag(INCLUDE_BODY, include);
			return this;
		}

		/**
		 * The presence in which the subscriber wants events.
		 * @param values values such as {@code away}, or {@code online}
		 * @return this builder
		 */
		public Builder showValues(String... values) {
			return field(FormField.of(SHOW_VALUES, values));
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
		 * The finished options.
		 * @return new options
		 */
		public SubscriptionOptions build() {
			return new SubscriptionOptions(this.form.submit(FORM_TYPE));
		}

	}

}
