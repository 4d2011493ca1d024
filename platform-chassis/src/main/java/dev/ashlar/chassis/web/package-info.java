/** The HTTP conventions of the contract: problem documents, request ids, strict JSON, pages, entity tags. */
@NullMarked
package dev.ashlar.chassis.web;

import org.jspecify.annotations.NullMarked;
