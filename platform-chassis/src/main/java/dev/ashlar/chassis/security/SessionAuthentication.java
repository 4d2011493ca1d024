package dev.ashlar.chassis.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** An authenticated caller; its authorities are its roles, prefixed as Spring Security wants them. */
final class SessionAuthentication extends AbstractAuthenticationToken {

    private final transient CurrentUser user;

    SessionAuthentication(CurrentUser user) {
        super(AuthorityUtils.createAuthorityList(user.roles().stream().map(role -> "ROLE_" + role).toList()));
        this.user = user;
        setAuthenticated(true);
    }

    @Override
    public CurrentUser getPrincipal() {
        return user;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
