/** Tests that kill and freeze processes and compare the orders with their effects afterwards. */
@NullMarked
package dev.ashlar.systemtests.faults;

import org.jspecify.annotations.NullMarked;
