using System.Net;

namespace PkceAnalyzers.AuthorizationServerTests;

sealed record TokenResponse(HttpStatusCode Status, string? AccessToken, string? Error);
