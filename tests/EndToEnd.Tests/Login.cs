namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>A login of the sample that waits for the redirect.</summary>
sealed class Login(Command command, string authorizationUrl) : IAsyncDisposable
{
    readonly UserAgent userAgent = new();

    /// <summary>Lets the user log in and consent; returns the redirect, which the sample has not got yet.</summary>
    public Task<Uri> AuthorizeAsync() => userAgent.AuthorizeAsync(authorizationUrl);

    /// <summary>Brings the redirect to the sample and waits for its end.</summary>
    public async Task<CommandResult> CompleteAsync(Uri redirect)
    {
        await userAgent.DeliverAsync(redirect);
        return await command.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        userAgent.Dispose();
        await command.DisposeAsync();
    }
}
