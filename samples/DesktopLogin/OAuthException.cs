namespace DesktopLogin;

/// <summary>The authorization server refused, or its answer is not to be trusted.</summary>
sealed class OAuthException(string message) : Exception(message);
