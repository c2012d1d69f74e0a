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

/**
 * The cost of an IQ from one process to another over loopback: the starter, Smack and a
 * raw socket under the same loads in the same run. {@code LoadBenchmark} starts a
 * counterpart and one client process for each peer, pins them, tells them what to do line
 * by line ({@code CommandLoop}), and reads their CPU time from outside; what it has
 * collected goes through {@code Repetition} and {@code Row} into {@code Report}.
 */
@NullMarked
package io.github.xmppspring.benchmark.load;

import org.jspecify.annotations.NullMarked;
