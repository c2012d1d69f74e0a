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

package io.github.xmppspring.mistakes;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.record.RecordPayloadCodec;

import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.boot.test.system.CapturedOutput;

/**
 * Handlers and payloads that cannot work.
 *
 * @author XMPP for Spring Boot contributors
 */
final class CodeMistakes {

	private static final String JID = "xmpp.jid=bot@example.org";

	private CodeMistakes() {
	}

	static Map<String, Trial> trials() {
		Map<String, Trial> trials = new LinkedHashMap<>();
		trials.put("two `@IqHandler` methods for the same requests",
				(output) -> Application.local(JID).with(Beans.One.class, Beans.Other.class).failure(output));
		trials.put("a private `@IqHandler` method",
				(output) -> Application.local(JID).with(Beans.PrivateMethod.class).failure(output));
		trials.put("`@IqHandler` with `type = IqType.RESULT`",
				(output) -> Application.local(JID).with(Beans.OnlyResponses.class).failure(output));
		trials.put("`@IqHandler` without a namespace",
				(output) -> Application.local(JID).with(Beans.NoNamespace.class).failure(output));
		trials.put("`@IqHandler` without a namespace, and an argument that is no payload",
				(output) -> Application.local(JID).with(Beans.NoNamespaceOfArgument.class).failure(output));
		trials.put("`@IqHandler` with another namespace than its argument",
				(output) -> Application.local(JID).with(Beans.OtherNamespace.class).failure(output));
		trials.put("`@IqHandler` with another name than its argument",
				(output) -> Application.local(JID).with(Beans.OtherName.class).failure(output));
		trials.put("`@IqHandler(\"${my.namespace}\")` without that property",
				(output) -> Application.local(JID).with(Beans.UnknownPlaceholder.class).failure(output));
		trials.put("`@IqHandler(\"${my.namespace:}\")`",
				(output) -> Application.local(JID).with(Beans.EmptyPlaceholder.class).failure(output));
		trials.put("`@IqHandler` on a class without such methods",
				(output) -> Application.local(JID).with(Beans.NoMethod.class).failure(output));
		trials.put("an argument that nothing reads",
				(output) -> Application.local(JID).with(Beans.UnknownArgument.class).failure(output));
		trials.put("an argument that is an invalid payload",
				(output) -> Application.local(JID).with(Beans.InvalidArgument.class).failure(output));
		trials.put("a return type that nothing writes",
				(output) -> Application.local(JID).with(Beans.UnknownReturn.class).failure(output));
		trials.put("a future of something that nothing writes",
				(output) -> Application.local(JID).with(Beans.UnknownFuture.class).failure(output));
		trials.put("a return type that is an invalid payload",
				(output) -> Application.local(JID).with(Beans.InvalidReturn.class).failure(output));
		trials.put("a `Flux` returned",
				(output) -> Application.local(JID).with(Beans.ManyValues.class).failure(output));
		trials.put("two `@MessageExceptionHandler` methods for one exception",
				(output) -> Application.local(JID).with(Beans.AmbiguousFailures.class).failure(output));
		trials.put("`@IqHandler` on a method that is not in the interface of a proxy",
				(output) -> Application.local(JID)
					.with(Beans.NotInInterface.class, ProxyCreator.class)
					.failure(output));
		trials.put("two codecs for one name",
				(output) -> Application.local(JID)
					.with(PayloadCodec.class, "one", RecordPayloadCodec.of(Beans.Question.class))
					.with(PayloadCodec.class, "two", RecordPayloadCodec.of(Beans.Answer.class))
					.failure(output));
		trials.put("a codec of a record without `@XmppPayload`", (output) -> codec(Beans.NotAnnotated.class, output));
		trials.put("`@XmppPayload` with a name that is none in XML", (output) -> codec(Beans.WrongName.class, output));
		trials.put("`@XmppElement` with a name that is none in XML",
				(output) -> codec(Beans.WrongComponentName.class, output));
		trials.put("a component of a type that is not known", (output) -> codec(Beans.Unknown.class, output));
		trials.put("a component with two annotations", (output) -> codec(Beans.TwoAnnotations.class, output));
		trials.put("two components for the same", (output) -> codec(Beans.SameTwice.class, output));
		trials.put("`Extensions` with an annotation", (output) -> codec(Beans.AnnotatedExtensions.class, output));
		trials.put("`@XmppAttribute` on what is no value", (output) -> codec(Beans.RecordAsAttribute.class, output));
		trials.put("`@XmppContent` on a value", (output) -> codec(Beans.ValueAsContent.class, output));
		trials.put("a list of lists", (output) -> codec(Beans.ListOfLists.class, output));
		return trials;
	}

	private static Words codec(Class<?> type, CapturedOutput output) {
		return Application.local(JID)
			.supplied(PayloadCodec.class, "codec", () -> RecordPayloadCodec.of(type))
			.failure(output);
	}

	@SuppressWarnings("serial")
	static class ProxyCreator extends BeanNameAutoProxyCreator {

		ProxyCreator() {
			setBeanNames("notInInterface");
			setInterceptorNames();
		}

	}

}
