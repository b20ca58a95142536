using System.Net;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>What a user sees in the end.</summary>
sealed record Page(HttpStatusCode Status, string Text)
{
    public bool LoggedIn => Status == HttpStatusCode.OK && Text.Contains("Logged in");
}
