package dev.ashlar.inventory.reservation;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why an order can't be reserved; the code is what events and the database say. */
enum Reason {

    INSUFFICIENT_STOCK("insufficient_stock"), UNKNOWN_PRODUCT("unknown_product");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    @JsonValue
    String code() {
        return code;
    }
}
