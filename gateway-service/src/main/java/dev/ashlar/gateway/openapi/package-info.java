/** The OpenAPI document and Swagger UI. */
@NullMarked
package dev.ashlar.gateway.openapi;

import org.jspecify.annotations.NullMarked;
