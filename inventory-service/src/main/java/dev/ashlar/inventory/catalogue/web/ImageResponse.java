package dev.ashlar.inventory.catalogue.web;

record ImageResponse(String imageUrl) {}
