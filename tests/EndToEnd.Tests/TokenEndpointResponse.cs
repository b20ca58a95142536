using System.Net;
using System.Text.Json;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>A token response or an error response; the detail says which of the server's checks refused.</summary>
public sealed record TokenEndpointResponse(HttpStatusCode Status, JsonElement Body, string Detail)
{
    /// <summary>Fails unless the code was refused by the check that <paramref name="detail"/> names.</summary>
    internal void AssertRefused(string detail)
    {
        Assert.Equal(HttpStatusCode.BadRequest, Status);
        Assert.Equal("invalid_grant", Body.GetProperty("error").GetString());
        Assert.False(Body.TryGetProperty("access_token", out _));
        Assert.Equal(detail, Detail);
    }
}
