/**
 * What the platform does with requests that mean it harm: each is refused in the form that every refusal has, and changes
 * nothing. {@link dev.ashlar.systemtests.hostile.Attack} is one such request, {@link dev.ashlar.systemtests.hostile.Scene}
 * who is there, {@link dev.ashlar.systemtests.hostile.Witness} what must not change. The threats and where each is tested:
 * {@code docs/security.md}.
 */
@NullMarked
package dev.ashlar.systemtests.hostile;

import org.jspecify.annotations.NullMarked;
