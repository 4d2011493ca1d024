/** What the local stack consists of: six services and their infrastructure, each on its port with its environment. */
@NullMarked
package dev.ashlar.localstack.stack;

import org.jspecify.annotations.NullMarked;
