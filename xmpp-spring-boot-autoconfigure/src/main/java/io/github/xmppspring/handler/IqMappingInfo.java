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

package io.github.xmppspring.handler;

/**
 * What answers which requests, for people.
 *
 * @param mapping the requests
 * @param handler the method or object that answers them
 * @param calls how many there were since the start of the application
 * @param errors how many of them were answered with an error, or not in time
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record IqMappingInfo(IqMapping mapping, String handler, long calls, long errors) {

}
