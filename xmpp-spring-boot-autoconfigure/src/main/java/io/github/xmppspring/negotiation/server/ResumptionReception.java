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

package io.github.xmppspring.negotiation.server;

import io.github.xmppspring.negotiation.StreamMilestone;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamManagement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with a session instead of binding a resource (XEP-0198, 5). After a few
 * refusals the stream ends.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ResumptionReception implements ReceptionStep {

	private static final StreamManagement TOO_EARLY = new StreamManagement.Failed(
			StanzaErrorCondition.UNEXPECTED_REQUEST, null);

	private final ClientReceptionHandler stream;

	private final @Nullable StreamResumer resumer;

	private int refusals;

	ResumptionReception(ClientReceptionHandler stream, @Nullable StreamResumer resumer) {
		this.stream = stream;
		this.resumer = resumer;
	}

	@Override
	public @Nullable Element offer() {
		return isTime() ? StreamManagement.FEATURE : null;
	}

	private boolean isTime() {
		return this.resumer != null && this.stream.progress().has(StreamMilestone.AUTHENTICATED);
	}

	@Override
	public boolean takes(Element element) {
		return isTime() && StreamManagement.isStreamManagement(element);
	}

	@Override
	public void receive(Element element) {
		StreamManagement request = StreamManagement.from(element);
		if (request instanceof StreamManagement.Resume resume && this.resumer != null) {
			resume(this.resumer, resume);
		}
		else if (request instanceof StreamManagement.Enable) {
			refuse(TOO_EARLY);
		}
		else {
			throw this.stream.unexpected(element);
		}
	}

	private void resume(StreamResumer resumer, StreamManagement.Resume request) {
		ResumedSession session;
		try {
			session = resumer.resume(this.stream.account(), request);
		}
		catch (ResumptionRefusedException ex) {
			refuse(ex.failed());
			return;
		}
		this.stream.progress().bound(session.jid());
		StreamManagement answer = new StreamManagement.Resumed(request.previousId(), session.handled());
		this.stream.succeed(session.jid(), answer.toElement(), request.previousId());
	}

	private void refuse(StreamManagement failed) {
		this.refusals++;
		this.stream.send(failed.toElement());
		if (this.refusals == BindingReception.MAX_REFUSALS) {
			throw StreamReceptionHandler.refusal(StreamErrorCondition.POLICY_VIOLATION,
					"The client failed to resume a session " + this.refusals + " times");
		}
	}

}
