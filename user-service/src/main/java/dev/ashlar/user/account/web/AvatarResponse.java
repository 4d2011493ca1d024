package dev.ashlar.user.account.web;

record AvatarResponse(String avatarUrl) {}
