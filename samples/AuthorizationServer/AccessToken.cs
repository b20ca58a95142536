namespace AuthorizationServer;

sealed record AccessToken(string Text, Grant Grant, DateTimeOffset Expires);
