/** HTTP conventions: problem documents, request ids, security headers, strict input, pages, entity tags. */
@NullMarked
package dev.ashlar.chassis.web;

import org.jspecify.annotations.NullMarked;
