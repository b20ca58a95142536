namespace PkceAnalyzers.AuthorizationServerTests;

sealed record RegisteredClient(string Id, string? Secret, string RedirectUri);
