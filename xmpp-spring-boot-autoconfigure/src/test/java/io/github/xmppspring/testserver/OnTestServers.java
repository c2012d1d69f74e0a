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

package io.github.xmppspring.testserver;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class once on each server of this run, which is their parameter of
 * type {@link TestServer}: started when the first test asks for it, shared by all tests
 * of the run, ended with the run. A test that stops the server starts it again. What has
 * to be done once for all tests on a server belongs in a static extension with
 * {@link BeforeClassTemplateInvocationCallback}; {@code @BeforeAll} is once for all
 * servers.
 *
 * <p>
 * A run has the embedded server; besides, where they are installed, ejabberd in Docker,
 * without Docker the native ejabberd, and Prosody. The system property
 * {@code xmpp.test.servers} changes that: {@code required} means all four, and that it is
 * an error if one is missing; a list such as {@code embedded,ejabberd-native} names the
 * servers of the run, each of them required.
 *
 * <p>
 * What a server cannot do is not tested on it: a class or a {@linkplain TestWhere method}
 * that needs more than a server {@linkplain TestServerKind#has has} does not belong to
 * that server's tests and is not among the skipped ones either; only a class that no
 * server of the run is for is skipped as a whole. Which servers a run did not have, and
 * why, is the last line that the tests print; the table of tests by servers is in
 * {@code target/test-servers.md} of the whole build.
 *
 * @author XMPP for Spring Boot contributors
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(TestServersExtension.class)
public @interface OnTestServers {

	/**
	 * What the server has to be able to do.
	 * @return the capabilities, all of which are needed
	 */
	Capability[] needs() default {};

	/**
	 * The servers that the tests are about, each of which runs where it is installed; all
	 * servers of the run by default.
	 * @return the kinds of the servers
	 */
	TestServerKind[] only() default {};

	/**
	 * What else the tests need, without which they do not run.
	 * @return the tools, all of which are needed
	 */
	TestTool[] tools() default {};

}
